namespace PitWall.Alerts.Twilio.Testing.Events;

/// <summary>A request to the API was answered, or left without an answer.</summary>
/// <param name="Request">The request.</param>
internal sealed record RequestAnswered(SandboxRequest Request) : SandboxEvent;
