namespace PitWall.Alerts.Twilio;

/// <summary>How many alerts are remembered in memory, and for how long.</summary>
public sealed class LedgerOptions
{
    /// <summary>The number of alerts remembered. Default 10,000; 1 to 1,000,000. The oldest is dropped first.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>How long alerts are remembered. Default 24 h; 1 min to 30 days.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromHours(24);
}
