using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Which alert holds which key and until when. Used under the admission's lock.</summary>
/// <remarks>
/// A ring of slots in the order they were taken, and an index by key: every alert passes through here, so nothing is allocated for
/// one, and the oldest are looked at one after the other. Where several have a key, the newest is found first.
/// </remarks>
internal sealed class DuplicateWindow(TimeProvider clock)
{
    /// <summary>How many keys are held at least; beyond what is needed the oldest is let go and its next alert counts as new.</summary>
    private const int LeastCapacity = 20_000;

    /// <summary>Each channel has a queue of its own, and some of those before were sent.</summary>
    private const int Queues = 4;

    private const int FirstLength = 64;

    private readonly UnderWayTable<AlertJob> _underWay = new();
    private DuplicateSlot[] _ring = new DuplicateSlot[FirstLength];
    private SlidingIndex _byKey = new(FirstLength);
    private long _oldest;
    private long _next;

    /// <summary>How many are remembered, whether they still hold their key or not.</summary>
    public int Count => (int)(_next - _oldest);

    /// <summary>A key is taken soon. May be called without the lock.</summary>
    public void Expect() => ExpectEnd(_next);

    /// <summary>An alert that has a place ends soon. May be called without the lock.</summary>
    public void ExpectEnd(long place)
    {
        var ring = _ring;
        CacheHint.Fetch(ref ring[(ulong)place % (uint)ring.Length]);
    }

    /// <summary>The alert that holds a key now; <see langword="null"/> if the key is free for an alert as urgent as this.</summary>
    /// <remarks>News that became more urgent is no duplicate of what was sent, or waits, as less urgent.</remarks>
    public DuplicateHolder? HolderOf(UInt128 key, Band band, long now)
    {
        for (var place = _byKey.First(HashOf(key), _oldest); place >= 0; place = _byKey.Next(place, HashOf(key), _oldest))
        {
            ref var slot = ref At(place);
            if (slot.Key == key && slot.Band <= band && slot.Holds(now))
                return new DuplicateHolder(_underWay[slot.UnderWay], slot.Sent);
        }

        return null;
    }

    /// <summary>Takes a key for an alert that was admitted.</summary>
    /// <param name="key">The key.</param>
    /// <param name="job">The alert.</param>
    /// <param name="window">How long the key is held after the alert was sent.</param>
    /// <param name="underWay">How many alerts may wait on one channel, each with its key.</param>
    /// <param name="now">The clock's timestamp when the alert was handed over, or now.</param>
    /// <returns>Its place, to end or to release.</returns>
    public long Hold(UInt128 key, AlertJob job, TimeSpan window, int underWay, long now)
    {
        var atMost = Math.Max(LeastCapacity, Queues * underWay);
        Forget(atMost - 1, now);
        if (Count == _ring.Length)
            Grow(Math.Min(2 * _ring.Length, atMost));

        var place = _next++;
        At(place) = new DuplicateSlot { Key = key, UnderWay = _underWay.Add(job), Band = job.Band, Until = clock.ToTimestampTicks(window) };
        _byKey.Add(HashOf(key), place);
        return place;
    }

    /// <summary>The alert was sent, or may have been: its key is held from now on for the window.</summary>
    public void End(long place, SentAlert sent)
    {
        if (place < _oldest)
            return;

        ref var slot = ref At(place);
        Leave(ref slot);
        (slot.Outcome, slot.LedgerPlace) = (sent.Outcome, sent.Place);
        slot.Until += clock.GetTimestamp();
    }

    /// <summary>The alert was not sent: its key is free.</summary>
    public void Release(long place)
    {
        if (place < _oldest)
            return;

        ref var slot = ref At(place);
        Leave(ref slot);
        _byKey.Remove(HashOf(slot.Key), place);

        // What was not sent takes no room from what was: a row of failures must not push out who holds a key.
        while (Count > 0 && At(_next - 1).IsReleased)
            _next--;
    }

    // The key is evenly spread already.
    private static ulong HashOf(UInt128 key) => (ulong)key;

    private ref DuplicateSlot At(long place) => ref _ring[(ulong)place % (uint)_ring.Length];

    private void Forget(int atMost, long now)
    {
        while (Count > 0 && (Count > atMost || !At(_oldest).Holds(now)))
        {
            Leave(ref At(_oldest));
            _oldest++;
        }
    }

    /// <summary>The alert is under way no more, or nobody asks for it here.</summary>
    private void Leave(ref DuplicateSlot slot)
    {
        _underWay.Remove(slot.UnderWay);
        slot.UnderWay = 0;
    }

    private void Grow(int length)
    {
        var ring = _ring;
        _ring = new DuplicateSlot[length];
        _byKey = new SlidingIndex(length);
        for (var place = _oldest; place < _next; place++)
        {
            ref var slot = ref At(place);
            slot = ring[(ulong)place % (uint)ring.Length];
            if (!slot.IsReleased)
                _byKey.Add(HashOf(slot.Key), place);
        }
    }
}
