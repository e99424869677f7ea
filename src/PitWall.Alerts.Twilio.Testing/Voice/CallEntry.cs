using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Lifecycle;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>A call, what it was asked to do, and what still happens to it.</summary>
internal sealed class CallEntry(SandboxCall call)
{
    private int _lastSequence = -1;

    public SandboxCall Call { get; } = call;

    /// <summary>The instructions that were given with the request.</summary>
    public string? Twiml { get; init; }

    public string? StatusCallback { get; init; }

    public string StatusCallbackMethod { get; init; } = "POST";

    /// <summary>Which of initiated, ringing, answered and completed are reported.</summary>
    public IReadOnlyCollection<string> StatusCallbackEvents { get; init; } = ["completed"];

    public ScheduledWork? Next { get; set; }

    public CallbackChain Callbacks { get; } = new();

    public int NextSequence() => Interlocked.Increment(ref _lastSequence);
}
