namespace PitWall.Alerts.Twilio.Testing.Events;

/// <summary>A webhook of the host was called, or was not called for a reason.</summary>
/// <param name="Callback">The attempt.</param>
internal sealed record CallbackAnswered(SandboxCallback Callback) : SandboxEvent;
