namespace PitWall.Alerts.Twilio.LoadDriver;

/// <summary>One round of one contender. Times in microseconds, bytes and CPU for each alert.</summary>
internal sealed record LoadRound(double PerSecond, double P50, double P99, double Bytes, double Cpu);
