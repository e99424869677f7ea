using System.Numerics;
using System.Runtime.InteropServices;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Who holds which key and until when. Used under the admission's lock.</summary>
/// <remarks>
/// A ring of slots in the order they were taken, and an index by key: every alert passes through here, so nothing is allocated for
/// one, and the oldest are looked at one after the other.
/// </remarks>
internal sealed class DuplicateWindow(TimeProvider clock)
{
    /// <summary>How many keys are held at least; beyond what is needed the oldest is let go and its next alert counts as new.</summary>
    private const int LeastCapacity = 20_000;

    private const int FirstLength = 64;
    private const long Nowhere = -1;

    private readonly Dictionary<DuplicateKey, long> _places = [];
    private DuplicateHolder[] _ring = new DuplicateHolder[FirstLength];
    private long _oldest;
    private long _next;

    /// <summary>How many are remembered, whether they still hold their key or not.</summary>
    public int Count => (int)(_next - _oldest);

    /// <summary>Who holds a key now; <see langword="null"/> when it is free for an alert as urgent as this.</summary>
    /// <remarks>News that became more urgent is no duplicate of what was sent, or waits, as less urgent.</remarks>
    public DuplicateHolder? HolderOf(in DuplicateKey key, Band band)
    {
        if (!_places.TryGetValue(key, out var place))
            return null;

        ref var holder = ref At(place);
        return holder.Band <= band && holder.Holds(clock.GetTimestamp()) ? holder : null;
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
        ref var current = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out var isHeld);
        At(place) = new DuplicateHolder(key, job, window, previous: isHeld ? current : Nowhere);
        current = place;
        return place;
    }

    /// <summary>The alert was sent, or may have been: its key is held from now on for the window.</summary>
    public void End(long place)
    {
        if (place < _oldest)
            return;

        ref var holder = ref At(place);
        holder.End(clock.GetTimestamp() + clock.ToTimestampTicks(holder.Window));
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

    private ref DuplicateHolder At(long place) => ref _ring[place & (_ring.Length - 1)];

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

    private void Drop(long place)
    {
        ref var holder = ref At(place);
        if (!_places.Remove(holder.Key, out var current))
            return;

        // Seldom does another alert hold the key by now, and then it keeps it; or one that held it before has it again.
        var heir = current != place ? current : HeirOf(in holder);
        if (heir >= 0)
            _places.Add(holder.Key, heir);
    }

    private long HeirOf(in DuplicateHolder holder)
    {
        var place = holder.Previous;
        while (place >= _oldest && At(place).IsReleased)
            place = At(place).Previous;

        return place >= _oldest ? place : Nowhere;
    }

    private void Grow()
    {
        var larger = new DuplicateHolder[(int)BitOperations.RoundUpToPowerOf2((uint)_ring.Length + 1)];
        for (var place = _oldest; place < _next; place++)
            larger[place & (larger.Length - 1)] = At(place);

        _ring = larger;
    }
}
