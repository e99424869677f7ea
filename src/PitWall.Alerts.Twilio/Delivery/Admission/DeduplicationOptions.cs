namespace PitWall.Alerts.Twilio;

/// <summary>
/// How long after an alert was sent an equal one to the same recipient on the same channel is a duplicate, by kind; while the first is
/// under way, it is one too. A more urgent alert is never a duplicate of a less urgent one. Each 0 (never, not even under way) to 1 day.
/// </summary>
public sealed class DeduplicationOptions
{
    /// <summary>Critical alerts. Default 10 s: a second full course yellow is a new event.</summary>
    public TimeSpan Critical { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Strategy alerts. Default 60 s.</summary>
    public TimeSpan Strategy { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Coaching alerts. Default 10 min.</summary>
    public TimeSpan Coaching { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Batches. Default 0: a batch is never a duplicate.</summary>
    public TimeSpan Batch { get; set; } = TimeSpan.Zero;

    internal TimeSpan For(AlertKind kind) => kind switch
    {
        AlertKind.Critical => Critical,
        AlertKind.Strategy => Strategy,
        AlertKind.Coaching => Coaching,
        _ => Batch,
    };
}
