namespace PitWall.Alerts.Twilio;

/// <summary>What Twilio knows about a message.</summary>
public sealed record MessageStatusReport
{
    /// <summary>The message SID.</summary>
    public required string Sid { get; init; }

    /// <summary>The status of the message.</summary>
    public MessageStatus Status { get; init; }

    /// <summary>The status as Twilio wrote it, even if <see cref="Status"/> is <see cref="MessageStatus.Unknown"/>.</summary>
    public string? StatusText { get; init; }

    /// <summary>The recipient.</summary>
    public string? To { get; init; }

    /// <summary>The sender.</summary>
    public string? From { get; init; }

    /// <summary>Why it failed or was not delivered.</summary>
    public TwilioErrorCode? ErrorCode { get; init; }

    /// <summary>Twilio's sentence for <see cref="ErrorCode"/>. For display only; do not program against it.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The segments billed.</summary>
    public int? Segments { get; init; }

    /// <summary>The cost, as a positive amount of <see cref="PriceUnit"/>; <see langword="null"/> until Twilio knows it.</summary>
    public decimal? Price { get; init; }

    /// <summary>The currency, in upper case, such as <c>USD</c>.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>When Twilio created the message.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When Twilio sent it; <see langword="null"/> until then.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Returns SID and status; numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(MessageStatusReport)} {{ Sid = {Sid}, Status = {StatusText} }}";
}
