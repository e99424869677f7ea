namespace PitWall.Alerts.Twilio.Testing.Events;

/// <summary>A message is new or has changed.</summary>
/// <param name="Message">The message as it is now.</param>
internal sealed record MessageChanged(SandboxMessage Message) : SandboxEvent;
