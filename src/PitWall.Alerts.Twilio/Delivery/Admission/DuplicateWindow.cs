namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Who holds which key and until when. Used under the admission's lock.</summary>
internal sealed class DuplicateWindow(TimeProvider clock)
{
    /// <summary>How many keys are held; beyond it the oldest is let go and its next alert counts as new.</summary>
    private const int Capacity = 20_000;

    private readonly Dictionary<DuplicateKey, Holder> _holders = [];
    private readonly Queue<(DuplicateKey Key, Holder Holder)> _order = new();

    /// <summary>Who holds a key now; <see langword="null"/> when it is free.</summary>
    public AlertJob? HolderOf(DuplicateKey key) =>
        _holders.TryGetValue(key, out var holder) && (!holder.Job.IsDone || clock.GetUtcNow() < holder.Until) ? holder.Job : null;

    public void Hold(DuplicateKey key, AlertJob job, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        var holder = new Holder(job, now + window);
        _holders[key] = holder;
        _order.Enqueue((key, holder));
        while (_order.TryPeek(out var oldest) && (_order.Count > Capacity || (oldest.Holder.Job.IsDone && now >= oldest.Holder.Until)))
        {
            _order.Dequeue();
            Drop(oldest.Key, oldest.Holder);
        }
    }

    /// <summary>Frees the key of an alert that was not sent.</summary>
    public void Release(DuplicateKey key, AlertJob job)
    {
        if (_holders.TryGetValue(key, out var holder) && ReferenceEquals(holder.Job, job))
            _holders.Remove(key);
    }

    private void Drop(DuplicateKey key, Holder holder)
    {
        if (_holders.TryGetValue(key, out var current) && ReferenceEquals(current, holder))
            _holders.Remove(key);
    }

    private sealed record Holder(AlertJob Job, DateTimeOffset Until);
}
