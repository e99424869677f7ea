using PitWall.Alerts.Twilio.Testing.Events;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>Someone named a phone, told one what to do, or switched a fault on the page.</summary>
internal sealed record PageChanged : SandboxEvent;
