namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Makes the results an alert can end with.</summary>
internal static class AlertResults
{
    public static AlertResult Suppressed(AlertJob job, SuppressionReason reason, string? detail = null) =>
        Base(job, AlertOutcome.Suppressed) with { Reason = reason, Detail = detail ?? Sentence(reason) };

    public static AlertResult Failed(AlertJob job, string detail, TwilioAlertException? error = null) =>
        Base(job, AlertOutcome.Failed) with { Detail = detail, Error = error };

    public static AlertResult Unknown(AlertJob job, string detail, TwilioAlertException? error = null) =>
        Base(job, AlertOutcome.Unknown) with { Detail = detail, Error = error };

    public static AlertResult NotConfigured(AlertJob job, string detail) =>
        Base(job, AlertOutcome.NotConfigured) with { Detail = detail };

    // A replaced client tells its attempts in the receipt only. This one is made for nearly every alert, so it is made once.
    public static AlertResult Accepted(AlertJob job, MessageReceipt receipt) => new()
    {
        Outcome = AlertOutcome.Accepted,
        AlertId = job.Id,
        Segments = job.Text.Segments,
        Attempts = Math.Max(job.Attempts, receipt.Attempts),
        IsCut = job.Text.IsCut,
        Warnings = job.Text.Warnings,
        Message = receipt,
    };

    public static AlertResult Accepted(AlertJob job, CallReceipt receipt) =>
        Base(job, AlertOutcome.Accepted) with
        {
            Call = receipt,
            Attempts = Math.Max(job.Attempts, receipt.Attempts),
            IsCut = job.Text.IsCut || receipt.IsMessageCut,
        };

    /// <summary>The result for a caller that has waited long enough.</summary>
    public static AlertResult Pending(AlertJob job, string? hold) =>
        Base(job, AlertOutcome.Pending) with { Detail = $"{hold ?? AlertHolds.UnderWay} The ledger will know its end." };

    /// <summary>What a duplicate is told whose leader ends: that end, and where that was sent, that this one was not sent beside it.</summary>
    public static AlertResult DuplicateOf(AlertJob job, AlertResult leaders) =>
        leaders.Outcome is AlertOutcome.Accepted or AlertOutcome.Unknown
            ? DuplicateOf(job, leaders.Outcome, leaders.Message, leaders.Call)
            : leaders with { AlertId = job.Id, Segments = 0, Attempts = 0, IsCut = false, Warnings = [] };

    /// <summary>The result for a duplicate of an alert that was sent before it.</summary>
    /// <param name="job">The duplicate.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="entry">What the ledger knows of that alert by now; <see langword="null"/> if it has forgotten it.</param>
    public static AlertResult DuplicateOf(AlertJob job, SentAlert sent, AlertEntry? entry) => DuplicateOf(
        job,
        entry?.Outcome ?? sent.Outcome,
        entry is { Channel: not AlertChannel.Voice, Sid: { } message } ? new MessageReceipt { Sid = message, Status = entry.MessageStatus, Attempts = entry.Attempts } : null,
        entry is { Channel: AlertChannel.Voice, Sid: { } call } ? new CallReceipt { Sid = call, Status = entry.CallStatus, Attempts = entry.Attempts } : null);

    /// <summary>The result for a duplicate when too many of them wait for the leader's end.</summary>
    public static AlertResult DuplicateOfOneUnderWay(AlertJob job, string leaderId) =>
        Suppressed(job, SuppressionReason.Duplicate, $"An equal alert to this recipient ({leaderId}) is under way.");

    private static AlertResult DuplicateOf(AlertJob job, AlertOutcome leaders, MessageReceipt? message, CallReceipt? call) => new()
    {
        Outcome = AlertOutcome.Suppressed,
        Reason = SuppressionReason.Duplicate,
        AlertId = job.Id,
        Detail = leaders == AlertOutcome.Accepted
            ? "An equal alert to this recipient was sent within the deduplication window."
            : "An equal alert to this recipient may have been sent within the deduplication window.",
        Message = message,
        Call = call,
    };

    private static string Sentence(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Expired => "Its validity had passed before it could be sent.",
        SuppressionReason.Superseded => "A newer alert of its topic took its place.",
        SuppressionReason.Cancelled => "It was cancelled before it was sent.",
        SuppressionReason.BelowSeverity => "Its severity is below the floor (Delivery:LowestSeverity).",
        SuppressionReason.QueueFull => "The sender's queue (Delivery:Queue:Capacity) was full of alerts at least as urgent.",
        SuppressionReason.ShuttingDown => "The service stopped before it was sent.",
        _ => "It was held back.",
    };

    private static AlertResult Base(AlertJob job, AlertOutcome outcome) => new()
    {
        Outcome = outcome,
        AlertId = job.Id,
        Segments = job.Text.Segments,
        Attempts = job.Attempts,
        IsCut = job.Text.IsCut,
        Warnings = job.Text.Warnings,
    };
}
