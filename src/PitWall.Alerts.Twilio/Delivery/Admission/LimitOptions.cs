namespace PitWall.Alerts.Twilio;

/// <summary>How many alerts are sent at most. What is over a limit is suppressed as <see cref="SuppressionReason.RateLimited"/>.</summary>
public sealed class LimitOptions
{
    /// <summary>To one recipient, critical alerts apart. Default 10 a minute, 5 at once.</summary>
    public RateOptions Recipient { get; set; } = new() { PerMinute = 10, Burst = 5 };

    /// <summary>Critical alerts to one recipient, against loops that run away. Default 10 a minute, 10 at once.</summary>
    public RateOptions CriticalRecipient { get; set; } = new() { PerMinute = 10, Burst = 10 };

    /// <summary>Through one channel's sender, critical alerts apart. Default no limit.</summary>
    public RateOptions Sender { get; set; } = new();

    /// <summary>In all, critical alerts apart. Default no limit.</summary>
    public RateOptions Global { get; set; } = new();

    /// <summary>
    /// The least time between two alerts of one kind and type to one recipient, whatever they say, critical ones excepted.
    /// Default 0: no cooldown. 0 to 1 day.
    /// </summary>
    public TimeSpan Cooldown { get; set; }
}
