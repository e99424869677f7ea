namespace PitWall.Alerts.Twilio.Api;

/// <summary>Knows the creates that Twilio's list could not tell apart: the same kind, recipient and text.</summary>
/// <remarks>
/// While another one like it has no answer yet, a message in the list may be that one's. One that ended without anybody knowing
/// whether it took effect stays for a while: what it may have created is still nobody's.
/// </remarks>
internal sealed class CreatesInFlight(TimeProvider clock)
{
    /// <summary>How long a create of unknown end may still show up in the list as somebody else's.</summary>
    private static readonly TimeSpan GhostLife = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<RecipientKey, Entry> _byRecipient = [];
    private readonly Queue<(Entry Entry, long Until)> _ghosts = new();

    /// <summary>Enters a create before its first attempt.</summary>
    public Entry Enter(CreateRequest request)
    {
        var key = new RecipientKey(request.Kind, request.Channel, request.To);
        lock (_gate)
        {
            Forget();
            _byRecipient.TryGetValue(key, out var next);
            return _byRecipient[key] = new Entry(key, request.ListedBody) { Next = next };
        }
    }

    /// <summary>A create has its end.</summary>
    /// <param name="entry">What <see cref="Enter"/> gave.</param>
    /// <param name="mayHaveTakenEffect">Whether nobody knows if it took effect.</param>
    public void Leave(Entry entry, bool mayHaveTakenEffect)
    {
        lock (_gate)
        {
            if (mayHaveTakenEffect)
                _ghosts.Enqueue((entry, clock.GetTimestamp() + (long)(GhostLife.TotalSeconds * clock.TimestampFrequency)));
            else
                Remove(entry);
        }
    }

    /// <summary>Whether no other create could own something listed that looks like this one's.</summary>
    /// <param name="entry">What <see cref="Enter"/> gave.</param>
    /// <param name="listed">What is in the list.</param>
    public bool IsOnlyOne(Entry entry, ListedCreate listed)
    {
        lock (_gate)
        {
            Forget();
            for (var other = _byRecipient.GetValueOrDefault(entry.Key); other is not null; other = other.Next)
            {
                if (!ReferenceEquals(other, entry) && CreateMatch.HasBody(other.ListedBody, listed.Body))
                    return false;
            }

            return true;
        }
    }

    private void Forget()
    {
        if (_ghosts.Count == 0)
            return;

        var now = clock.GetTimestamp();
        while (_ghosts.TryPeek(out var ghost) && ghost.Until <= now)
        {
            _ghosts.Dequeue();
            Remove(ghost.Entry);
        }
    }

    private void Remove(Entry entry)
    {
        var first = _byRecipient[entry.Key];
        if (!ReferenceEquals(first, entry))
        {
            var before = first;
            while (!ReferenceEquals(before!.Next, entry))
                before = before.Next;

            before.Next = entry.Next;
        }
        else if (entry.Next is { } next)
        {
            _byRecipient[entry.Key] = next;
        }
        else
        {
            _byRecipient.Remove(entry.Key);
        }
    }

    internal sealed class Entry(RecipientKey key, string? listedBody)
    {
        public RecipientKey Key => key;

        public string? ListedBody => listedBody;

        public Entry? Next { get; set; }
    }

    internal readonly record struct RecipientKey(CreateKind Kind, AlertChannel Channel, E164PhoneNumber To);
}
