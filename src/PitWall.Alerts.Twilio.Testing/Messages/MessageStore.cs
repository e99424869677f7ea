using System.Diagnostics.CodeAnalysis;
using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>The account's messages, also by phone.</summary>
internal sealed class MessageStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<MessageEntry>> _byPhone = [];
    private readonly ResourceList<MessageEntry> _messages;
    private readonly SandboxEvents _events;
    private MessageTally _tally;

    public MessageStore(int capacity, SandboxEvents events)
    {
        _messages = new(capacity, static entry => entry.Snapshot.Sid, static entry => entry.IsSettled, ForgetOnPhone);
        _events = events;
    }

    /// <summary>All messages there have been, those that are forgotten included.</summary>
    public MessageTally Tally
    {
        get { lock (_gate) return _tally; }
    }

    public void Add(MessageEntry entry)
    {
        lock (_gate)
        {
            _tally = _tally.Plus(entry.Snapshot);
            if (!_byPhone.TryGetValue(entry.Snapshot.PhoneNumber, out var ofPhone)) _byPhone.Add(entry.Snapshot.PhoneNumber, ofPhone = []);
            ofPhone.Add(entry);
            _messages.Add(entry);
        }

        _events.Publish(new MessageChanged(entry.Snapshot));
    }

    /// <summary>Replaces the message, unless the change declines by returning null; tells whoever listens.</summary>
    public bool TryUpdate(MessageEntry entry, Func<SandboxMessage, SandboxMessage?> change, [NotNullWhen(true)] out SandboxMessage? updated)
    {
        lock (_gate)
        {
            updated = change(entry.Snapshot);
            if (updated is null) return false;

            _tally = _tally.Moved(entry.Snapshot, updated);
            entry.Snapshot = updated;
        }

        _events.Publish(new MessageChanged(updated));
        return true;
    }

    public MessageEntry? Find(string sid)
    {
        lock (_gate) return _messages.Find(sid);
    }

    public void Remove(MessageEntry entry)
    {
        lock (_gate)
        {
            if (_messages.Remove(entry.Snapshot.Sid)) ForgetOnPhone(entry);
        }
    }

    /// <summary>All messages, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> All()
    {
        lock (_gate) return [.. _messages.All.Select(static entry => entry.Snapshot)];
    }

    /// <summary>The messages from and to a phone, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> OfPhone(string number)
    {
        lock (_gate) return _byPhone.TryGetValue(number, out var entries) ? [.. entries.Select(static entry => entry.Snapshot)] : [];
    }

    /// <inheritdoc cref="ResourceList{T}.Page"/>
    public List<SandboxMessage> Page(Func<SandboxMessage, bool> fits, string? afterSid, int skip, int count)
    {
        lock (_gate) return _messages.Page(static entry => entry.Snapshot, fits, afterSid, skip, count);
    }

    private void ForgetOnPhone(MessageEntry entry)
    {
        var number = entry.Snapshot.PhoneNumber;
        if (!_byPhone.TryGetValue(number, out var ofPhone)) return;

        ofPhone.Remove(entry);
        if (ofPhone.Count == 0) _byPhone.Remove(number);
    }
}
