namespace PitWall.Alerts.Twilio;

/// <summary>A new status of a message. Immutable.</summary>
public sealed record MessageStatusUpdate
{
    /// <summary>The message SID.</summary>
    public required string MessageSid { get; init; }

    /// <summary>The new status.</summary>
    public required MessageStatus Status { get; init; }

    /// <summary>
    /// The library's id of the alert; <see langword="null"/> for a message that is not an alert, or not known to be one yet.
    /// </summary>
    public string? AlertId { get; init; }

    /// <summary>Why it failed or was not delivered.</summary>
    public TwilioErrorCode? ErrorCode { get; init; }

    /// <summary>SMS or WhatsApp.</summary>
    public AlertChannel Channel { get; init; }

    /// <summary>The recipient's address as Twilio wrote it, on WhatsApp with <c>whatsapp:</c> in front.</summary>
    public string? To { get; init; }

    /// <summary>The sender's address as Twilio wrote it.</summary>
    public string? From { get; init; }

    /// <summary>When the status was received, on the alerts' clock. Twilio does not report when it happened.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether the status was polled, rather than reported by a webhook.</summary>
    public bool IsPolled { get; init; }

    /// <summary>Returns SID and status; numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(MessageStatusUpdate)} {{ MessageSid = {MessageSid}, Status = {Status}, AlertId = {AlertId} }}";
}
