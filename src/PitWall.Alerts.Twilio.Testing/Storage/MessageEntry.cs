using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Lifecycle;

namespace PitWall.Alerts.Twilio.Testing.Storage;

/// <summary>A message and what still happens to it.</summary>
internal sealed class MessageEntry(SandboxMessage first)
{
    private volatile SandboxMessage _snapshot = first;

    /// <summary>The message as it is now; only the store replaces it.</summary>
    public SandboxMessage Snapshot
    {
        get => _snapshot;
        set => _snapshot = value;
    }

    /// <summary>Nothing will happen to it by itself any more, so it may be forgotten.</summary>
    public bool IsSettled { get; set; }

    /// <summary>What it waits for.</summary>
    public ScheduledWork? Next { get; set; }

    /// <summary>Its status callbacks, one after the other.</summary>
    public CallbackChain Callbacks { get; } = new();
}
