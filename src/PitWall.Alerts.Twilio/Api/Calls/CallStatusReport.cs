namespace PitWall.Alerts.Twilio;

/// <summary>What Twilio knows about a call.</summary>
public sealed record CallStatusReport
{
    /// <summary>The call SID.</summary>
    public required string Sid { get; init; }

    /// <summary>The status of the call.</summary>
    public CallStatus Status { get; init; }

    /// <summary>The status as Twilio wrote it, even if <see cref="Status"/> is <see cref="CallStatus.Unknown"/>.</summary>
    public string? StatusText { get; init; }

    /// <summary>The recipient.</summary>
    public string? To { get; init; }

    /// <summary>The caller.</summary>
    public string? From { get; init; }

    /// <summary>Who answered, <c>human</c> or <c>machine</c>, if machine detection was requested.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>How long the call was connected; <see langword="null"/> if it was not, or still is.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How long the call waited at Twilio before it was placed.</summary>
    public TimeSpan? QueueTime { get; init; }

    /// <summary>The cost, as a positive amount of <see cref="PriceUnit"/>; <see langword="null"/> until Twilio knows it.</summary>
    public decimal? Price { get; init; }

    /// <summary>The currency, in upper case, such as <c>USD</c>.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>When Twilio created the call.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the call was answered.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the call ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Returns SID and status; numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(CallStatusReport)} {{ Sid = {Sid}, Status = {StatusText} }}";
}
