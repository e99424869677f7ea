using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Clock;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>A message and what still happens to it.</summary>
internal sealed class MessageEntry(SandboxMessage first)
{
    private volatile SandboxMessage _snapshot = first;
    private volatile bool _isSettled;
    private Stack<Webhook>? _deferred;

    /// <summary>The message as it is now; only the store replaces it.</summary>
    public SandboxMessage Snapshot
    {
        get => _snapshot;
        set => _snapshot = value;
    }

    /// <summary>Nothing will happen to it by itself any more, so it may be forgotten.</summary>
    public bool IsSettled
    {
        get => _isSettled;
        set => _isSettled = value;
    }

    /// <summary>What it waits for.</summary>
    public ScheduledWork? Next { get; set; }

    /// <summary>Its reports, one after the other.</summary>
    public CallbackChain Callbacks { get; } = new();

    /// <summary>Keeps a report for the end.</summary>
    public void Defer(Webhook report) => (_deferred ??= new()).Push(report);

    /// <summary>Takes the last report that was kept.</summary>
    public Webhook? TakeDeferred() => _deferred?.TryPop(out var report) == true ? report : null;
}
