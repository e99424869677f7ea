namespace PitWall.Alerts.Twilio;

/// <summary>How long alerts of one channel took from decision to a step.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Step">The step.</param>
/// <param name="Count">How many took it.</param>
/// <param name="P50">Half of them took no longer.</param>
/// <param name="P99">99 in 100 took no longer.</param>
/// <param name="Longest">None took longer.</param>
public sealed record AlertLatency(AlertChannel Channel, AlertStep Step, int Count, TimeSpan P50, TimeSpan P99, TimeSpan Longest);
