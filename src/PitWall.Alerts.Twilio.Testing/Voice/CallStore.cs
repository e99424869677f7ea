using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>The account's calls.</summary>
internal sealed class CallStore(int capacity, SandboxEvents events)
{
    private readonly Lock _gate = new();
    private readonly ResourceList<CallEntry> _calls =
        new(capacity, static entry => entry.Call.Sid, static entry => entry.Call.Status.IsFinal(), static _ => { });

    public void Add(CallEntry entry)
    {
        lock (_gate) _calls.Add(entry);
        Changed(entry);
    }

    /// <summary>Tells whoever listens.</summary>
    public void Changed(CallEntry entry) => events.Publish(new CallChanged(entry.Call));

    public CallEntry? Find(string sid)
    {
        lock (_gate) return _calls.Find(sid);
    }

    public void Remove(string sid)
    {
        lock (_gate) _calls.Remove(sid);
    }

    /// <summary>All calls, oldest first.</summary>
    public IReadOnlyList<SandboxCall> All()
    {
        lock (_gate) return [.. _calls.All.Select(static entry => entry.Call)];
    }

    /// <inheritdoc cref="ResourceList{T}.Page"/>
    public List<SandboxCall> Page(Func<SandboxCall, bool> fits, string? afterSid, int skip, int count)
    {
        lock (_gate) return _calls.Page(static entry => entry.Call, fits, afterSid, skip, count);
    }
}
