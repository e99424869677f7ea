namespace PitWall.Alerts.Twilio;

/// <summary>How long the alerts of one channel took from the decision to a step.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Step">The step.</param>
/// <param name="Count">The number of alerts that took the step.</param>
/// <param name="P50">Half of them took no longer than this.</param>
/// <param name="P99">99 in 100 took no longer than this.</param>
/// <param name="Longest">None took longer than this.</param>
public sealed record AlertLatency(AlertChannel Channel, AlertStep Step, int Count, TimeSpan P50, TimeSpan P99, TimeSpan Longest);
