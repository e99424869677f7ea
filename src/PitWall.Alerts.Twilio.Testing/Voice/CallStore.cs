using PitWall.Alerts.Twilio.Testing.Events;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>The account's calls, oldest first; of those beyond its capacity the oldest finished ones are forgotten.</summary>
internal sealed class CallStore(int capacity, SandboxEvents events)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<CallEntry> _inOrder = [];
    private readonly Dictionary<string, LinkedListNode<CallEntry>> _bySid = [];

    public void Add(CallEntry entry)
    {
        lock (_gate)
        {
            _bySid.Add(entry.Call.Sid, _inOrder.AddLast(entry));
            Trim();
        }

        Changed(entry);
    }

    public void Changed(CallEntry entry) => events.Publish(new CallChanged(entry.Call));

    public CallEntry? Find(string sid)
    {
        lock (_gate) return _bySid.GetValueOrDefault(sid)?.Value;
    }

    public void Remove(string sid)
    {
        lock (_gate)
        {
            if (_bySid.Remove(sid, out var node)) _inOrder.Remove(node);
        }
    }

    /// <summary>All calls, oldest first.</summary>
    public IReadOnlyList<SandboxCall> All()
    {
        lock (_gate) return [.. _inOrder.Select(static entry => entry.Call)];
    }

    /// <summary>Behaves as <see cref="Storage.MessageStore.Page"/>.</summary>
    public List<SandboxCall> Page(Func<SandboxCall, bool> fits, string? afterSid, int skip, int count)
    {
        lock (_gate)
        {
            var node = _inOrder.Last;
            if (afterSid is not null && _bySid.TryGetValue(afterSid, out var after))
            {
                node = after.Previous;
                skip = 0;
            }

            var page = new List<SandboxCall>();
            for (; node is not null && page.Count < count; node = node.Previous)
            {
                if (!fits(node.Value.Call)) continue;
                if (skip-- > 0) continue;

                page.Add(node.Value.Call);
            }

            return page;
        }
    }

    private void Trim()
    {
        var node = _inOrder.First;
        while (_inOrder.Count > capacity && node is not null)
        {
            var next = node.Next;
            if (node.Value.Call.Status.IsFinal())
            {
                _bySid.Remove(node.Value.Call.Sid);
                _inOrder.Remove(node);
            }

            node = next;
        }
    }
}
