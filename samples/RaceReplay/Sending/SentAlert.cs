using PitWall.Alerts.Twilio;

namespace RaceReplay.Sending;

/// <summary>An alert, when it was raised in the race, and what became of it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="RaisedAt">Since the start of the race.</param>
/// <param name="Result">What the library answered.</param>
/// <param name="Took">From the decision to the answer, in real time.</param>
internal sealed record SentAlert(Alert Alert, TimeSpan RaisedAt, AlertResult Result, TimeSpan Took)
{
    public string Name => AlertName.Of(Alert);

    /// <summary>Why it was not accepted, in a sentence.</summary>
    public string Cause => Result.Error?.Message ?? Result.Detail ?? Result.Outcome switch
    {
        AlertOutcome.Suppressed => $"suppressed: {Result.Reason}",
        AlertOutcome.NotConfigured => "Twilio is not configured",
        AlertOutcome.Pending => "still queued when the replay ended",
        _ => Result.Outcome.ToString(),
    };
}
