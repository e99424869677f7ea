namespace PitWall.Alerts.Twilio;

/// <summary>A message that was sent to one of the account's numbers. Immutable.</summary>
/// <remarks>Source of the fields: Twilio docs, "Twilio's request to your webhook URL" (messaging).</remarks>
public sealed record InboundMessage
{
    /// <summary>The message SID.</summary>
    public required string MessageSid { get; init; }

    /// <summary>SMS or WhatsApp.</summary>
    public AlertChannel Channel { get; init; }

    /// <summary>The sender's number; without a value if it is not a number in E.164, such as a short code.</summary>
    public E164PhoneNumber Sender { get; init; }

    /// <summary>The sender's address as Twilio wrote it, on WhatsApp with <c>whatsapp:</c> in front.</summary>
    public required string From { get; init; }

    /// <summary>The address the message was sent to.</summary>
    public required string To { get; init; }

    /// <summary>The text; empty if there is only media.</summary>
    public required string Body { get; init; }

    /// <summary>Media such as pictures. Default none.</summary>
    public IReadOnlyList<InboundMedia> Media { get; init; } = [];

    /// <summary>What the message means for the opt-out list, which has already been updated.</summary>
    public OptOutKeyword Keyword { get; init; }

    /// <summary>The name on the sender's WhatsApp profile, which the sender chose.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The payload of the WhatsApp button that was pressed.</summary>
    public string? ButtonPayload { get; init; }

    /// <summary>The messaging service the number belongs to.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>When the message was received, on the alerts' clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Returns SID and channel; numbers and texts do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(InboundMessage)} {{ MessageSid = {MessageSid}, Channel = {Channel}, Keyword = {Keyword} }}";
}
