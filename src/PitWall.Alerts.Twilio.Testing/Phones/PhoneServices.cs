using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.Phones;

/// <summary>What a phone is connected to.</summary>
internal sealed record PhoneServices(
    TwilioSandboxOptions Options,
    MessageStore Messages,
    CallStore Calls,
    SandboxEvents Events,
    PhoneHabits Habits,
    InboundTexts Texts,
    NumberBook Numbers,
    CallFactory CallFactory,
    CallEngine CallEngine);
