namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>How values are written: Twilio's own words for statuses, lower_snake_case for ours.</summary>
internal static class WireNames
{
    public static string? Of(MessageStatus status) => status switch
    {
        MessageStatus.Scheduled => "scheduled",
        MessageStatus.Accepted => "accepted",
        MessageStatus.Queued => "queued",
        MessageStatus.Sending => "sending",
        MessageStatus.Sent => "sent",
        MessageStatus.PartiallyDelivered => "partially_delivered",
        MessageStatus.Delivered => "delivered",
        MessageStatus.Undelivered => "undelivered",
        MessageStatus.Failed => "failed",
        MessageStatus.Canceled => "canceled",
        MessageStatus.Read => "read",
        MessageStatus.Receiving => "receiving",
        MessageStatus.Received => "received",
        _ => null,
    };

    public static string? Of(CallStatus status) => status switch
    {
        CallStatus.Queued => "queued",
        CallStatus.Initiated => "initiated",
        CallStatus.Ringing => "ringing",
        CallStatus.InProgress => "in-progress",
        CallStatus.Completed => "completed",
        CallStatus.Busy => "busy",
        CallStatus.Failed => "failed",
        CallStatus.NoAnswer => "no-answer",
        CallStatus.Canceled => "canceled",
        _ => null,
    };

    public static string Of(AlertOutcome outcome) => outcome switch
    {
        AlertOutcome.Accepted => "accepted",
        AlertOutcome.Pending => "pending",
        AlertOutcome.Suppressed => "suppressed",
        AlertOutcome.NotConfigured => "not_configured",
        AlertOutcome.Unknown => "unknown",
        _ => "failed",
    };

    public static string? Of(SuppressionReason reason) => reason == SuppressionReason.None ? null : SnakeCase(reason.ToString());

    public static string Of(AlertStep step) => SnakeCase(step.ToString());

    public static string Of(AlertKind kind) => SnakeCase(kind.ToString());

    public static string Of(AlertSeverity severity) => SnakeCase(severity.ToString());

    public static string Of(AlertChannel channel) => channel switch
    {
        AlertChannel.WhatsApp => "whatsapp",
        AlertChannel.Voice => "voice",
        _ => "sms",
    };

    public static string Of(TwilioAcceptance acceptance) => acceptance == TwilioAcceptance.NotAccepted ? "not_accepted" : "unknown";

    private static string SnakeCase(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
