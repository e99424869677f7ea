namespace PitWall.Alerts.Twilio;

/// <summary>What is remembered of alerts, in memory.</summary>
public sealed class LedgerOptions
{
    /// <summary>How many alerts. Default 10,000; 1 to 1,000,000. The oldest goes first.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>How long. Default 24 h; 1 min to 30 days.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromHours(24);
}
