using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>What the page shows and what it acts on.</summary>
internal sealed class PageModel(TwilioSandbox sandbox, TwilioSandboxOptions options, MessageStore messages, PhoneHabits habits, SandboxEvents events)
{
    public TwilioSandbox Sandbox { get; } = sandbox;

    public TwilioSandboxOptions Options { get; } = options;

    public MessageStore Messages { get; } = messages;

    public PhoneHabits Habits { get; } = habits;

    public SandboxEvents Events { get; } = events;

    public PhoneNames Names { get; } = new(options);

    public FaultSwitches Faults { get; } = new(sandbox.Faults);

    /// <summary>Lets every open page look at names, habits and faults again.</summary>
    public void Changed() => Events.Publish(new PageChanged());
}
