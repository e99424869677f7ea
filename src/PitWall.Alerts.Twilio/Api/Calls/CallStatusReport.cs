namespace PitWall.Alerts.Twilio;

/// <summary>What Twilio knows of a call.</summary>
public sealed record CallStatusReport
{
    /// <summary>The call SID.</summary>
    public required string Sid { get; init; }

    /// <summary>Where the call is.</summary>
    public CallStatus Status { get; init; }

    /// <summary>The status as Twilio wrote it, also where <see cref="Status"/> is <see cref="CallStatus.Unknown"/>.</summary>
    public string? StatusText { get; init; }

    /// <summary>The recipient.</summary>
    public string? To { get; init; }

    /// <summary>The caller.</summary>
    public string? From { get; init; }

    /// <summary>Who answered, <c>human</c> or <c>machine</c>, where machine detection was asked for.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>How long it was connected; <see langword="null"/> where it was not, or still is.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How long it waited at Twilio before it was placed.</summary>
    public TimeSpan? QueueTime { get; init; }

    /// <summary>What it cost: a positive amount of <see cref="PriceUnit"/>; <see langword="null"/> until Twilio knows.</summary>
    public decimal? Price { get; init; }

    /// <summary>The currency, in upper case, such as <c>USD</c>.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>When Twilio created the call.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>SID and status: numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(CallStatusReport)} {{ Sid = {Sid}, Status = {StatusText} }}";
}
