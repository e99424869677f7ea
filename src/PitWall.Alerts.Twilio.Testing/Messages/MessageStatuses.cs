namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>The statuses and directions of messages as Twilio writes them.</summary>
internal static class MessageStatuses
{
    public static string Wire(this SandboxMessageStatus status) => status switch
    {
        SandboxMessageStatus.Scheduled => "scheduled",
        SandboxMessageStatus.Accepted => "accepted",
        SandboxMessageStatus.Queued => "queued",
        SandboxMessageStatus.Sent => "sent",
        SandboxMessageStatus.Delivered => "delivered",
        SandboxMessageStatus.Undelivered => "undelivered",
        SandboxMessageStatus.Failed => "failed",
        SandboxMessageStatus.Canceled => "canceled",
        SandboxMessageStatus.Read => "read",
        SandboxMessageStatus.Received => "received",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    public static string Wire(this SandboxDirection direction) => direction switch
    {
        SandboxDirection.OutboundApi => "outbound-api",
        SandboxDirection.OutboundReply => "outbound-reply",
        SandboxDirection.Inbound => "inbound",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "No such direction."),
    };

    /// <summary>Whether a message of this status may still change by itself, so that it cannot be deleted.</summary>
    public static bool IsFinal(this SandboxMessageStatus status) => status
        is not (SandboxMessageStatus.Scheduled or SandboxMessageStatus.Accepted or SandboxMessageStatus.Queued);
}
