namespace PitWall.Alerts.Twilio;

/// <summary>A new status of a call. Immutable.</summary>
public sealed record CallStatusUpdate
{
    /// <summary>The call SID.</summary>
    public required string CallSid { get; init; }

    /// <summary>The new status.</summary>
    public required CallStatus Status { get; init; }

    /// <summary>
    /// The library's id of the alert; <see langword="null"/> for a call that is not an alert, or not known to be one yet.
    /// </summary>
    public string? AlertId { get; init; }

    /// <summary>Who answered, such as <c>human</c> or <c>machine_start</c>, if machine detection was requested.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>How long the call was connected; <see langword="null"/> unless it is completed.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The number that was called, as Twilio wrote it.</summary>
    public string? To { get; init; }

    /// <summary>The caller, as Twilio wrote it.</summary>
    public string? From { get; init; }

    /// <summary>When it happened, by Twilio's clock; <see langword="null"/> if Twilio did not say.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>When the status was received, on the alerts' clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether the status was polled, rather than reported by a webhook.</summary>
    public bool IsPolled { get; init; }

    /// <summary>Returns SID and status; numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(CallStatusUpdate)} {{ CallSid = {CallSid}, Status = {Status}, AlertId = {AlertId} }}";
}
