namespace PitWall.Alerts.Twilio;

/// <summary>A message that somebody wrote to one of the account's numbers. Immutable.</summary>
/// <remarks>Source of the fields: Twilio docs, "Twilio's request to your webhook URL" (messaging).</remarks>
public sealed record InboundMessage
{
    /// <summary>The message SID.</summary>
    public required string MessageSid { get; init; }

    /// <summary>SMS or WhatsApp.</summary>
    public AlertChannel Channel { get; init; }

    /// <summary>Who wrote it; without a value where it is no number in E.164, such as a short code.</summary>
    public E164PhoneNumber Sender { get; init; }

    /// <summary>The address of who wrote it, as Twilio wrote it, on WhatsApp with <c>whatsapp:</c> in front.</summary>
    public required string From { get; init; }

    /// <summary>The address it was written to.</summary>
    public required string To { get; init; }

    /// <summary>The text; empty where there is only media.</summary>
    public required string Body { get; init; }

    /// <summary>Pictures and the like. Default none.</summary>
    public IReadOnlyList<InboundMedia> Media { get; init; } = [];

    /// <summary>What it means for the opt-out list, which has heard of it already.</summary>
    public OptOutKeyword Keyword { get; init; }

    /// <summary>The name on the sender's WhatsApp profile, which the sender chose.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The payload of the WhatsApp button that was pressed.</summary>
    public string? ButtonPayload { get; init; }

    /// <summary>The messaging service that the number belongs to.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>When we heard of it, on the alerts' clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>SID and channel: numbers and texts do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(InboundMessage)} {{ MessageSid = {MessageSid}, Channel = {Channel}, Keyword = {Keyword} }}";
}
