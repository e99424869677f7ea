namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Who holds which key and until when. Used under the admission's lock.</summary>
internal sealed class DuplicateWindow(TimeProvider clock)
{
    /// <summary>How many keys are held at least; beyond what is needed the oldest is let go and its next alert counts as new.</summary>
    private const int LeastCapacity = 20_000;

    private readonly Dictionary<DuplicateKey, DuplicateHolder> _holders = [];
    private readonly Queue<DuplicateHolder> _order = new();

    /// <summary>How many are remembered, whether they still hold their key or not.</summary>
    public int Count => _order.Count;

    /// <summary>Who holds a key now; <see langword="null"/> when it is free for an alert as urgent as this.</summary>
    /// <remarks>News that became more urgent is no duplicate of what was sent, or waits, as less urgent.</remarks>
    public DuplicateHolder? HolderOf(DuplicateKey key, Band band) =>
        _holders.TryGetValue(key, out var holder) && holder.Band <= band && holder.Holds(clock.GetTimestamp()) ? holder : null;

    /// <summary>Takes a key for an alert that was admitted.</summary>
    /// <param name="key">The key.</param>
    /// <param name="job">The alert.</param>
    /// <param name="window">How long the key is held after the alert was sent.</param>
    /// <param name="underWay">How many alerts may be under way, each with its key.</param>
    public DuplicateHolder Hold(DuplicateKey key, AlertJob job, TimeSpan window, int underWay)
    {
        var holder = new DuplicateHolder(key, job, window);
        _holders[key] = holder;
        _order.Enqueue(holder);
        Forget(Math.Max(LeastCapacity, 2 * underWay));
        return holder;
    }

    /// <summary>The alert was sent, or may have been: its key is held from now on for the window.</summary>
    public void End(DuplicateHolder holder, AlertResult result) =>
        holder.End(result, clock.GetTimestamp() + clock.ToTimestampTicks(holder.Window));

    /// <summary>The alert was not sent: its key is free.</summary>
    public void Release(DuplicateHolder holder)
    {
        holder.Release();
        Drop(holder);
    }

    private void Forget(int capacity)
    {
        var now = clock.GetTimestamp();
        while (_order.TryPeek(out var oldest) && (_order.Count > capacity || !oldest.Holds(now)))
        {
            _order.Dequeue();
            Drop(oldest);
        }
    }

    private void Drop(DuplicateHolder holder)
    {
        if (_holders.TryGetValue(holder.Key, out var current) && ReferenceEquals(current, holder))
            _holders.Remove(holder.Key);
    }
}
