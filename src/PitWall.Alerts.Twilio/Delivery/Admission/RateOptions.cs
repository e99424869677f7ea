namespace PitWall.Alerts.Twilio;

/// <summary>A token bucket: so many at once, so many a minute after that.</summary>
public sealed class RateOptions
{
    /// <summary>How many a minute. 0: no limit. 0 to 100,000.</summary>
    public int PerMinute { get; set; }

    /// <summary>How many at once. 1 to 100,000.</summary>
    public int Burst { get; set; } = 1;
}
