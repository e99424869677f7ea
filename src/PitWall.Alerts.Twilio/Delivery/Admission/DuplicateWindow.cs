namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Who holds which key and until when. Used under the admission's lock.</summary>
/// <remarks>
/// A ring of slots in the order they were taken, and an index by key: every alert passes through here, so nothing is allocated for
/// one, and the oldest are looked at one after the other. Where several have a key, the index finds the newest first.
/// </remarks>
internal sealed class DuplicateWindow(TimeProvider clock)
{
    /// <summary>How many keys are held at least; beyond what is needed the oldest is let go and its next alert counts as new.</summary>
    private const int LeastCapacity = 20_000;

    private const int FirstLength = 64;

    private DuplicateHolder[] _ring = new DuplicateHolder[FirstLength];
    private SlotIndex _byKey = new(FirstLength);
    private long _oldest;
    private long _next;

    /// <summary>How many are remembered, whether they still hold their key or not.</summary>
    public int Count => (int)(_next - _oldest);

    /// <summary>Who holds a key now; <see langword="null"/> when it is free for an alert as urgent as this.</summary>
    /// <remarks>News that became more urgent is no duplicate of what was sent, or waits, as less urgent.</remarks>
    public DuplicateHolder? HolderOf(in DuplicateKey key, Band band)
    {
        for (var slot = _byKey.First(key.GetHashCode()); slot >= 0; slot = _byKey.Next(slot))
        {
            ref var holder = ref _ring[slot];
            if (holder.Key.Equals(key))
                return holder.Band <= band && holder.Holds(clock.GetTimestamp()) ? holder : null;
        }

        return null;
    }

    /// <summary>Takes a key for an alert that was admitted.</summary>
    /// <param name="key">The key.</param>
    /// <param name="job">The alert.</param>
    /// <param name="window">How long the key is held after the alert was sent.</param>
    /// <param name="underWay">How many alerts may be under way, each with its key.</param>
    /// <returns>Its place, to end or to release.</returns>
    public long Hold(in DuplicateKey key, AlertJob job, TimeSpan window, int underWay)
    {
        Forget(Math.Max(LeastCapacity, 2 * underWay) - 1);
        if (Count == _ring.Length)
            Grow();

        var place = _next++;
        var slot = SlotOf(place);
        _ring[slot] = new DuplicateHolder(key, job, window);
        _byKey.Add(key.GetHashCode(), slot);
        return place;
    }

    /// <summary>The alert was sent, or may have been: its key is held from now on for the window.</summary>
    public void End(long place, AlertOutcome outcome)
    {
        if (place < _oldest)
            return;

        ref var holder = ref At(place);
        holder.End(outcome, clock.GetTimestamp() + clock.ToTimestampTicks(holder.Window));
    }

    /// <summary>The alert was not sent: its key is free.</summary>
    public void Release(long place)
    {
        if (place < _oldest)
            return;

        At(place).Release();
        Drop(place);

        // What was not sent takes no room from what was: a row of failures must not push out who holds a key.
        while (Count > 0 && At(_next - 1).IsReleased)
            At(--_next) = default;
    }

    private int SlotOf(long place) => (int)(place & (_ring.Length - 1));

    private ref DuplicateHolder At(long place) => ref _ring[SlotOf(place)];

    private void Forget(int atMost)
    {
        if (Count == 0)
            return;

        var now = clock.GetTimestamp();
        while (Count > 0 && (Count > atMost || !At(_oldest).Holds(now)))
        {
            Drop(_oldest);
            At(_oldest) = default;
            _oldest++;
        }
    }

    private void Drop(long place) => _byKey.Remove(At(place).Key.GetHashCode(), SlotOf(place));

    private void Grow()
    {
        var ring = _ring;
        _ring = new DuplicateHolder[2 * ring.Length];
        _byKey = new SlotIndex(_ring.Length);
        for (var place = _oldest; place < _next; place++)
        {
            var slot = SlotOf(place);
            _ring[slot] = ring[place & (ring.Length - 1)];
            if (!_ring[slot].IsReleased)
                _byKey.Add(_ring[slot].Key.GetHashCode(), slot);
        }
    }
}
