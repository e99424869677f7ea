namespace PitWall.Alerts.Twilio;

/// <summary>A call has come further, or has ended. Immutable.</summary>
public sealed record CallStatusUpdate
{
    /// <summary>The call SID.</summary>
    public required string CallSid { get; init; }

    /// <summary>The status it has now.</summary>
    public required CallStatus Status { get; init; }

    /// <summary>Our id of the alert; <see langword="null"/> for a call that is none, or not known to be one yet.</summary>
    public string? AlertId { get; init; }

    /// <summary>Who answered, such as <c>human</c> or <c>machine_start</c>, where machine detection was asked for.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>How long it was connected; <see langword="null"/> unless it is completed.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The number that was called, as Twilio wrote it.</summary>
    public string? To { get; init; }

    /// <summary>The caller, as Twilio wrote it.</summary>
    public string? From { get; init; }

    /// <summary>When it happened, by Twilio's clock; <see langword="null"/> where it did not say.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>When we heard of it, on the alerts' clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether we had to ask for it, rather than being told by a webhook.</summary>
    public bool IsPolled { get; init; }

    /// <summary>SID and status: numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(CallStatusUpdate)} {{ CallSid = {CallSid}, Status = {Status}, AlertId = {AlertId} }}";
}
