namespace PitWall.Alerts.Twilio;

/// <summary>A message has come further on its way, or has ended. Immutable.</summary>
public sealed record MessageStatusUpdate
{
    /// <summary>The message SID.</summary>
    public required string MessageSid { get; init; }

    /// <summary>The status it has now.</summary>
    public required MessageStatus Status { get; init; }

    /// <summary>Our id of the alert; <see langword="null"/> for a message that is none, or not known to be one yet.</summary>
    public string? AlertId { get; init; }

    /// <summary>Why it failed or was not delivered.</summary>
    public TwilioErrorCode? ErrorCode { get; init; }

    /// <summary>SMS or WhatsApp.</summary>
    public AlertChannel Channel { get; init; }

    /// <summary>The recipient's address as Twilio wrote it, on WhatsApp with <c>whatsapp:</c> in front.</summary>
    public string? To { get; init; }

    /// <summary>The sender's address as Twilio wrote it.</summary>
    public string? From { get; init; }

    /// <summary>When we heard of it, on the alerts' clock. Twilio does not say when it happened.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether we had to ask for it, rather than being told by a webhook.</summary>
    public bool IsPolled { get; init; }

    /// <summary>SID and status: numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(MessageStatusUpdate)} {{ MessageSid = {MessageSid}, Status = {Status}, AlertId = {AlertId} }}";
}
