namespace PitWall.Alerts.Twilio.Api;

/// <summary>A set that forgets its oldest member when it is full. Thread-safe; every operation is O(1).</summary>
internal sealed class BoundedSet<T>(int capacity, IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<T, int> _slots = new(comparer);
    private readonly List<T> _ring = [];
    private int _next;

    // Most of these sets are empty, and those are asked all the time.
    private volatile bool _hasMembers;

    /// <returns><see langword="false"/> when it was a member already.</returns>
    public bool Add(T item)
    {
        lock (_gate)
        {
            if (!_slots.TryAdd(item, _next))
                return false;

            _hasMembers = true;

            if (_next == _ring.Count)
            {
                _ring.Add(item);
            }
            else
            {
                // What stands in the slot may have left and come back since, and then lives in another one.
                var oldest = _ring[_next];
                if (_slots.TryGetValue(oldest, out var slot) && slot == _next && !_slots.Comparer.Equals(oldest, item))
                    _slots.Remove(oldest);

                _ring[_next] = item;
            }

            _next = (_next + 1) % capacity;
            return true;
        }
    }

    public bool Contains(T item)
    {
        if (!_hasMembers)
            return false;

        lock (_gate)
            return _slots.ContainsKey(item);
    }

    public void Remove(T item)
    {
        lock (_gate)
            _slots.Remove(item);
    }
}
