using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The last check before the wire, for every create from any caller.</summary>
internal sealed class SendGate(IOptOutList optOuts, SegmentBudget budget, Func<PitWallTwilioOptions> optionsNow, ILogger logger)
{
    private GateRules? _rules;

    /// <summary>Lets a create through and takes its segments from the budget, or says why not.</summary>
    /// <exception cref="TwilioTransportException">
    /// Thrown when the opt-out list failed, so that it is unknown whether it may be sent.
    /// </exception>
    public SuppressionReason TryEnter(PitWallTwilioOptions options, CreateRequest request)
    {
        var reason = WhyClosed(RulesOf(options), request);
        if (reason != SuppressionReason.None)
            return reason;

        if (!budget.TryTake(request.Segments, request.Context.IsCritical, options.Gate))
            return SuppressionReason.Budget;

        request.NotePayment();
        return SuppressionReason.None;
    }

    /// <summary>Whether the gate has closed to a create that passed it before: a rehearsal has begun, the recipient has written STOP.</summary>
    /// <exception cref="TwilioTransportException">Thrown when the opt-out list failed, so that nobody knows whether it may be sent.</exception>
    public SuppressionReason WhyClosedMeanwhile(CreateRequest request) => WhyClosed(RulesOf(optionsNow()), request);

    /// <summary>Gives back what was taken for a create, at its end, as far as it certainly was not sent.</summary>
    public void ReturnUnused(CreateRequest request)
    {
        if (request.UnusedSegments is var unused and > 0)
            budget.Return(unused);
    }

    /// <summary>Records, after a refusal by Twilio, that the recipient has opted out.</summary>
    public void NoteOptOut(CreateRequest request) => OptOutNote.Take(optOuts, request.To, request.Channel, logger);

    public static string Sentence(SuppressionReason reason, bool isCritical) => reason switch
    {
        SuppressionReason.NotAllowed => "The recipient or its region is not on the list of allowed ones (Gate:AllowedRecipients, Numbers:AllowedRegions).",
        SuppressionReason.Rehearsal => "This is a rehearsal (Gate:Rehearsal) and the recipient is not in Gate:RehearsalRecipients.",
        SuppressionReason.OptedOut => "The recipient has opted out with STOP. Only a START from that phone ends this.",
        SuppressionReason.Budget when isCritical =>
            "Less is left of the budget of segments (Gate:SegmentBudget) than this critical alert takes, its reserve (Gate:CriticalReserve) included.",
        SuppressionReason.Budget => "The budget of segments (Gate:SegmentBudget) is spent, or what is left is reserved for critical alerts.",
        _ => "It was held back.",
    };

    private SuppressionReason WhyClosed(GateRules rules, CreateRequest request)
    {
        if (!rules.AllowsRecipient(request.To) || !rules.AllowsRegion(request.To))
            return SuppressionReason.NotAllowed;

        if (!rules.AllowsInRehearsal(request.To))
            return SuppressionReason.Rehearsal;

        return request.Channel != AlertChannel.Voice && HasOptedOut(request) ? SuppressionReason.OptedOut : SuppressionReason.None;
    }

    private bool HasOptedOut(CreateRequest request)
    {
        try
        {
            return optOuts.Contains(request.To, request.Channel);
        }
#pragma warning disable CA1031 // The list may be the host's. Whom it cannot speak for is not written to.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Without what it threw, which may quote the number.
            throw new TwilioTransportException(TwilioTransportError.Unknown, $"The opt-out list threw {e.GetType().Name}, so nothing was sent.")
            {
                Acceptance = TwilioAcceptance.NotAccepted,
                Attempts = 0,
            };
        }
    }

    private GateRules RulesOf(PitWallTwilioOptions options)
    {
        var rules = Volatile.Read(ref _rules);
        if (rules is null || !ReferenceEquals(rules.Options, options))
            Volatile.Write(ref _rules, rules = new GateRules(options));

        return rules;
    }
}
