namespace PitWall.Alerts.Twilio.Testing.Events;

/// <summary>Something changed in the sandbox.</summary>
internal abstract record SandboxEvent;
