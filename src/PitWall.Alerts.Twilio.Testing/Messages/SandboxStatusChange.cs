namespace PitWall.Alerts.Twilio.Testing;

/// <summary>One step in the life of a message.</summary>
/// <param name="Status">The new status.</param>
/// <param name="At">When it was reached, on the sandbox's clock.</param>
public readonly record struct SandboxStatusChange(SandboxMessageStatus Status, DateTimeOffset At);
