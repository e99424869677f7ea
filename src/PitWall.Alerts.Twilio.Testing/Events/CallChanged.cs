namespace PitWall.Alerts.Twilio.Testing.Events;

/// <summary>A call is new, or its status, its transcript or its digits have changed.</summary>
/// <param name="Call">The call.</param>
internal sealed record CallChanged(SandboxCall Call) : SandboxEvent;
