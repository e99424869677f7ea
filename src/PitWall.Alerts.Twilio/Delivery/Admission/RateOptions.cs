namespace PitWall.Alerts.Twilio;

/// <summary>A token bucket: a burst at once, then a rate per minute.</summary>
public sealed class RateOptions
{
    /// <summary>The number allowed per minute. 0: no limit. 0 to 100,000.</summary>
    public int PerMinute { get; set; }

    /// <summary>The number allowed at once. 1 to 100,000.</summary>
    public int Burst { get; set; } = 1;
}
