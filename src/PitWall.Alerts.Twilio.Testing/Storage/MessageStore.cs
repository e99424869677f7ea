using System.Diagnostics.CodeAnalysis;
using PitWall.Alerts.Twilio.Testing.Events;

namespace PitWall.Alerts.Twilio.Testing.Storage;

/// <summary>The account's messages, oldest first, found by SID and by phone; of those beyond its capacity the oldest settled ones are forgotten.</summary>
internal sealed class MessageStore(int capacity, SandboxEvents events)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<MessageEntry> _inOrder = [];
    private readonly Dictionary<string, LinkedListNode<MessageEntry>> _bySid = [];
    private readonly Dictionary<string, List<MessageEntry>> _byPhone = [];

    public void Add(MessageEntry entry)
    {
        lock (_gate)
        {
            _bySid.Add(entry.Snapshot.Sid, _inOrder.AddLast(entry));
            if (!_byPhone.TryGetValue(entry.Snapshot.PhoneNumber, out var ofPhone)) _byPhone.Add(entry.Snapshot.PhoneNumber, ofPhone = []);
            ofPhone.Add(entry);
            Trim();
        }

        events.Publish(new MessageChanged(entry.Snapshot));
    }

    /// <summary>Replaces the message, unless the change declines by returning null; tells whoever listens.</summary>
    public bool TryUpdate(MessageEntry entry, Func<SandboxMessage, SandboxMessage?> change, [NotNullWhen(true)] out SandboxMessage? updated)
    {
        lock (_gate)
        {
            updated = change(entry.Snapshot);
            if (updated is null) return false;

            entry.Snapshot = updated;
        }

        events.Publish(new MessageChanged(updated));
        return true;
    }

    public MessageEntry? Find(string sid)
    {
        lock (_gate) return _bySid.GetValueOrDefault(sid)?.Value;
    }

    public bool Remove(MessageEntry entry)
    {
        lock (_gate) return Forget(_bySid.GetValueOrDefault(entry.Snapshot.Sid));
    }

    /// <summary>All messages, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> All()
    {
        lock (_gate)
        {
            var all = new SandboxMessage[_inOrder.Count];
            var i = 0;
            foreach (var entry in _inOrder) all[i++] = entry.Snapshot;
            return all;
        }
    }

    /// <summary>The messages from and to a phone, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> OfPhone(string number)
    {
        lock (_gate) return _byPhone.TryGetValue(number, out var entries) ? [.. entries.Select(static entry => entry.Snapshot)] : [];
    }

    /// <summary>
    /// The newest messages that fit, newest first, at most <paramref name="count"/>, beginning behind the message <paramref name="afterSid"/> or, without it,
    /// behind the first <paramref name="skip"/> that fit.
    /// </summary>
    public List<SandboxMessage> Page(Func<SandboxMessage, bool> fits, string? afterSid, int skip, int count)
    {
        lock (_gate)
        {
            var node = _inOrder.Last;
            if (afterSid is not null && _bySid.TryGetValue(afterSid, out var after))
            {
                node = after.Previous;
                skip = 0;
            }

            var page = new List<SandboxMessage>();
            for (; node is not null && page.Count < count; node = node.Previous)
            {
                if (!fits(node.Value.Snapshot)) continue;
                if (skip-- > 0) continue;

                page.Add(node.Value.Snapshot);
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
            if (node.Value.IsSettled) Forget(node);
            node = next;
        }
    }

    private bool Forget(LinkedListNode<MessageEntry>? node)
    {
        if (node is null) return false;

        var message = node.Value.Snapshot;
        _inOrder.Remove(node);
        _bySid.Remove(message.Sid);
        if (_byPhone.TryGetValue(message.PhoneNumber, out var ofPhone))
        {
            ofPhone.Remove(node.Value);
            if (ofPhone.Count == 0) _byPhone.Remove(message.PhoneNumber);
        }

        return true;
    }
}
