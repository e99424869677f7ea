using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.Diagnostics;

/// <summary>Every log message of core. None holds a number, a text, a token or an address.</summary>
internal static partial class AlertLog
{
    [LoggerMessage(AlertEventIds.Repeating, LogLevel.Debug, "Alert {AlertId}: attempt {Attempt} failed ({ErrorType}); trying again in {DelayMilliseconds} ms.")]
    public static partial void Repeating(ILogger logger, string? alertId, string errorType, int attempt, double delayMilliseconds);

    [LoggerMessage(AlertEventIds.AnswerLost, LogLevel.Warning, "Alert {AlertId}: no usable answer ({ErrorType}); searching Twilio's list for it.")]
    public static partial void AnswerLost(ILogger logger, string? alertId, string errorType);

    [LoggerMessage(AlertEventIds.Reconciled, LogLevel.Information, "Alert {AlertId}: found at Twilio as {Sid}.")]
    public static partial void Reconciled(ILogger logger, string? alertId, string sid);

    [LoggerMessage(AlertEventIds.SendingUnseenAgain, LogLevel.Warning, "Critical alert {AlertId}: not found at Twilio, sending it again. It may arrive twice.")]
    public static partial void SendingUnseenAgain(ILogger logger, string? alertId);

    [LoggerMessage(AlertEventIds.CircuitOpened, LogLevel.Error, "Requests to Twilio are held back: {Why}")]
    public static partial void CircuitOpened(ILogger logger, string why);

    [LoggerMessage(AlertEventIds.GateRefused, LogLevel.Information, "A create was held back: {Reason}.")]
    public static partial void GateRefused(ILogger logger, SuppressionReason reason);

    [LoggerMessage(AlertEventIds.OptOutNotNoted, LogLevel.Error, "{Number} opted out on {Channel}, but the opt-out list failed to record it ({ErrorType}).")]
    public static partial void OptOutNotNoted(ILogger logger, string number, AlertChannel channel, string errorType);

    [LoggerMessage(AlertEventIds.NotConfigured, LogLevel.Warning, "Twilio is not configured, so alerts go nowhere. Missing: {Missing}.")]
    public static partial void NotConfigured(ILogger logger, string missing);

    [LoggerMessage(AlertEventIds.InvalidReload, LogLevel.Error, "The reloaded options are invalid, so the last valid ones stay in force: {Failures}")]
    public static partial void InvalidReload(ILogger logger, string failures);

    [LoggerMessage(AlertEventIds.NoTokenForWebhooks, LogLevel.Warning, "There is an API key but no auth token: alerts are sent, and every webhook is refused because none can be verified. Set AuthToken.")]
    public static partial void NoTokenForWebhooks(ILogger logger);

    [LoggerMessage(AlertEventIds.AlertFailed, LogLevel.Error, "{Kind} alert {AlertId} to {Recipient} ended as {Outcome}: {Why}")]
    public static partial void AlertFailed(ILogger logger, AlertKind kind, string alertId, string recipient, AlertOutcome outcome, string? why);

    [LoggerMessage(EventId = AlertEventIds.AlertSuppressed, Message = "{Kind} alert {AlertId} to {Recipient} was held back: {Reason}. {Why}")]
    public static partial void AlertSuppressed(
        ILogger logger, LogLevel level, AlertKind kind, string alertId, string recipient, SuppressionReason reason, string? why);

    [LoggerMessage(AlertEventIds.AlertAccepted, LogLevel.Debug, "{Kind} alert {AlertId} to {Recipient} was accepted as {Sid}.")]
    public static partial void AlertAccepted(ILogger logger, AlertKind kind, string alertId, string recipient, string? sid);

    [LoggerMessage(AlertEventIds.LeftAtShutdown, LogLevel.Warning, "The service stopped with {Waiting} alerts unsent and {UnderWay} on their way, which may or may not arrive.")]
    public static partial void LeftAtShutdown(ILogger logger, int waiting, int underWay);

    [LoggerMessage(AlertEventIds.WebhookRefused, LogLevel.Warning, "Webhook refused: {Why}. {More} more were refused since the last such line.")]
    public static partial void WebhookRefused(ILogger logger, string why, long more);

    [LoggerMessage(AlertEventIds.WebhookNotUnderstood, LogLevel.Debug, "A signed webhook request carried nothing that this endpoint handles.")]
    public static partial void WebhookNotUnderstood(ILogger logger);

    [LoggerMessage(AlertEventIds.StatusReported, LogLevel.Debug, "{Sid}: {Status} was reported ({Verdict}).")]
    public static partial void StatusReported(ILogger logger, string sid, string status, string verdict);

    [LoggerMessage(AlertEventIds.StatusContradiction, LogLevel.Warning, "{Sid}: {Reported} was reported although it had ended as {Known}; it stays {Known}.")]
    public static partial void StatusContradiction(ILogger logger, string sid, string reported, string known);

    [LoggerMessage(AlertEventIds.HandlerFailed, LogLevel.Error, "{Handler} failed.")]
    public static partial void HandlerFailed(ILogger logger, string handler, Exception exception);

    [LoggerMessage(AlertEventIds.OptOutChanged, LogLevel.Information, "{Number} wrote {Keyword} on {Channel}.")]
    public static partial void OptOutChanged(ILogger logger, string number, string keyword, AlertChannel channel);

    [LoggerMessage(AlertEventIds.CallScriptUnknown, LogLevel.Warning, "Call {Sid} asked for instructions that are no longer known; it was hung up.")]
    public static partial void CallScriptUnknown(ILogger logger, string? sid);

    [LoggerMessage(AlertEventIds.AlertHeard, LogLevel.Information, "Alert {AlertId} was heard: somebody confirmed call {Sid}.")]
    public static partial void AlertHeard(ILogger logger, string alertId, string sid);

    [LoggerMessage(AlertEventIds.SecondMessageOfAlert, LogLevel.Warning, "Alert {AlertId} has a second message or call, {Sid}: it was sent twice. Only the first one is tracked.")]
    public static partial void SecondMessageOfAlert(ILogger logger, string alertId, string sid);

    [LoggerMessage(AlertEventIds.PollFailed, LogLevel.Debug, "{Sid}: polling its status failed ({ErrorType}); it will be polled again.")]
    public static partial void PollFailed(ILogger logger, string sid, string errorType);

    [LoggerMessage(AlertEventIds.PollGivenUp, LogLevel.Information, "{Sid}: no final status within the polling time; it is not polled any more.")]
    public static partial void PollGivenUp(ILogger logger, string sid);

    [LoggerMessage(AlertEventIds.PollScheduleFull, LogLevel.Warning, "{Capacity} alerts wait to be polled, and no more fit: the status of further ones is not polled until some of these have ended.")]
    public static partial void PollScheduleFull(ILogger logger, int capacity);
}
