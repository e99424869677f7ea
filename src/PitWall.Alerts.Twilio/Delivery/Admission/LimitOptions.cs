namespace PitWall.Alerts.Twilio;

/// <summary>
/// Limits on how many alerts are sent. Alerts over a limit are suppressed as <see cref="SuppressionReason.RateLimited"/>.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Alerts to one recipient, except critical ones. Default 10 a minute, 5 at once.</summary>
    public RateOptions Recipient { get; set; } = new() { PerMinute = 10, Burst = 5 };

    /// <summary>Critical alerts to one recipient, as a guard against runaway loops. Default 10 a minute, 10 at once.</summary>
    public RateOptions CriticalRecipient { get; set; } = new() { PerMinute = 10, Burst = 10 };

    /// <summary>Alerts through one channel's sender, except critical ones. Default no limit.</summary>
    public RateOptions Sender { get; set; } = new();

    /// <summary>All alerts, except critical ones. Default no limit.</summary>
    public RateOptions Global { get; set; } = new();

    /// <summary>
    /// The minimum time between two alerts of one kind and type to one recipient, whatever their text, except critical ones.
    /// Default 0: no cooldown. 0 to 1 day.
    /// </summary>
    public TimeSpan Cooldown { get; set; }
}
