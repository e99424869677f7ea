namespace PitWall.Alerts.Twilio;

/// <summary>What Twilio knows of a message.</summary>
public sealed record MessageStatusReport
{
    /// <summary>The message SID.</summary>
    public required string Sid { get; init; }

    /// <summary>Where the message is on its way.</summary>
    public MessageStatus Status { get; init; }

    /// <summary>The status as Twilio wrote it, also where <see cref="Status"/> is <see cref="MessageStatus.Unknown"/>.</summary>
    public string? StatusText { get; init; }

    /// <summary>The recipient.</summary>
    public string? To { get; init; }

    /// <summary>The sender.</summary>
    public string? From { get; init; }

    /// <summary>Why it failed or was not delivered.</summary>
    public TwilioErrorCode? ErrorCode { get; init; }

    /// <summary>Twilio's sentence for <see cref="ErrorCode"/>. Show it, do not program against it.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The segments billed.</summary>
    public int? Segments { get; init; }

    /// <summary>What it cost: a positive amount of <see cref="PriceUnit"/>; <see langword="null"/> until Twilio knows.</summary>
    public decimal? Price { get; init; }

    /// <summary>The currency, in upper case, such as <c>USD</c>.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>When Twilio created the message.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When Twilio sent it; <see langword="null"/> until then.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>SID and status: numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(MessageStatusReport)} {{ Sid = {Sid}, Status = {StatusText} }}";
}
