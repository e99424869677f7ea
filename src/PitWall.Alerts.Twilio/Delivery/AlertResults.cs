namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Makes the results an alert can end with.</summary>
internal static class AlertResults
{
    public static AlertResult Suppressed(AlertJob job, SuppressionReason reason, string? detail) =>
        Base(job, AlertOutcome.Suppressed) with { Reason = reason, Detail = detail };

    public static AlertResult Failed(AlertJob job, string detail, TwilioAlertException? error = null) =>
        Base(job, AlertOutcome.Failed) with { Detail = detail, Error = error };

    public static AlertResult Unknown(AlertJob job, TwilioAlertException error) =>
        Base(job, AlertOutcome.Unknown) with { Detail = error.Message, Error = error };

    public static AlertResult NotConfigured(AlertJob job, string detail) =>
        Base(job, AlertOutcome.NotConfigured) with { Detail = detail };

    public static AlertResult Accepted(AlertJob job, MessageReceipt? message, CallReceipt? call) =>
        Base(job, AlertOutcome.Accepted) with { Message = message, Call = call, IsCut = job.Text.IsCut || call is { IsMessageCut: true } };

    /// <summary>What a duplicate is told: its leader's end, and where that was sent, that this one was not sent beside it.</summary>
    public static AlertResult DuplicateOf(AlertJob job, AlertResult leaders)
    {
        var mine = leaders with { AlertId = job.Record.Id, Segments = 0, Attempts = 0, IsCut = false, Warnings = [] };
        return leaders.Outcome is AlertOutcome.Accepted or AlertOutcome.Unknown
            ? mine with
            {
                Outcome = AlertOutcome.Suppressed,
                Reason = SuppressionReason.Duplicate,
                Detail = leaders.Outcome == AlertOutcome.Accepted
                    ? "An equal alert to this recipient was sent within the deduplication window."
                    : "An equal alert to this recipient may have been sent within the deduplication window.",
            }
            : mine;
    }

    public static string Sentence(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Expired => "Its validity had passed before it could be sent.",
        SuppressionReason.BelowSeverity => "Its severity is below the floor (Delivery:LowestSeverity).",
        SuppressionReason.RateLimited => "A limit (Delivery:Limits) was reached.",
        SuppressionReason.QueueFull => "The sender's queue (Delivery:Queue:Capacity) was full of alerts at least as urgent.",
        SuppressionReason.ShuttingDown => "The service is shutting down.",
        _ => "It was held back.",
    };

    private static AlertResult Base(AlertJob job, AlertOutcome outcome) => new()
    {
        Outcome = outcome,
        AlertId = job.Record.Id,
        Segments = job.Text.Segments,
        Attempts = job.Attempts,
        IsCut = job.Text.IsCut,
        Warnings = job.Text.Warnings,
    };
}
