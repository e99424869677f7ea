namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Four first-in first-out lanes with ageing. Not thread-safe: its queue has the lock.</summary>
internal sealed class PriorityLanes
{
    private const int Count = 4;

    private readonly AlertJob?[] _heads = new AlertJob?[Count];
    private readonly AlertJob?[] _tails = new AlertJob?[Count];
    private bool _isAgedServed;

    public int Length { get; private set; }

    /// <param name="job">The alert.</param>
    /// <param name="now">The clock's timestamp: a time of day that is set back must not make anybody wait.</param>
    public void Add(AlertJob job, long now)
    {
        var lane = (int)job.Band;
        job.Link = new QueueLink { Previous = _tails[lane], EnqueuedAt = now, IsQueued = true };
        if (_tails[lane] is { } tail)
            tail.Link.Next = job;
        else
            _heads[lane] = job;

        _tails[lane] = job;
        Length++;
    }

    /// <summary>Puts an alert where another one of its lane waits, which leaves.</summary>
    public void Replace(AlertJob older, AlertJob newer)
    {
        var lane = (int)older.Band;
        var (next, previous) = (older.Link.Next, older.Link.Previous);
        newer.Link = new QueueLink { Next = next, Previous = previous, EnqueuedAt = older.Link.EnqueuedAt, IsQueued = true };
        if (previous is null)
            _heads[lane] = newer;
        else
            previous.Link.Next = newer;

        if (next is null)
            _tails[lane] = newer;
        else
            next.Link.Previous = newer;

        older.Link = new QueueLink { HeapIndex = older.Link.HeapIndex };
    }

    public bool Remove(AlertJob job)
    {
        if (!job.Link.IsQueued)
            return false;

        var lane = (int)job.Band;
        var (next, previous) = (job.Link.Next, job.Link.Previous);
        if (previous is null)
            _heads[lane] = next;
        else
            previous.Link.Next = next;

        if (next is null)
            _tails[lane] = previous;
        else
            next.Link.Previous = previous;

        job.Link = default;
        Length--;
        return true;
    }

    /// <summary>The critical alert that goes next.</summary>
    public AlertJob? PeekCritical() => _heads[(int)Band.Critical];

    /// <summary>
    /// The alert that goes next where none is critical: the one whose severity, raised by its wait, is highest, and of equals
    /// the one that waited longer. What owes its turn to its wait has every other turn at most: a flood of old
    /// alerts, all of them aged, must not hold up what is urgent now.
    /// </summary>
    /// <param name="now">The clock's timestamp.</param>
    /// <param name="ageingStep">The wait that counts as one severity, in the clock's ticks.</param>
    public AlertJob? PeekOther(long now, long ageingStep)
    {
        if (_isAgedServed)
            return MostUrgent();

        AlertJob? best = null;
        var bestRank = long.MaxValue;
        for (var lane = (int)Band.High; lane < Count; lane++)
        {
            // Only the head of a lane can be next: all behind it joined later and aged less.
            if (_heads[lane] is not { } head)
                continue;

            var rank = Math.Max((int)Band.High, lane - ((now - head.Link.EnqueuedAt) / ageingStep));
            if (rank < bestRank || (rank == bestRank && head.Link.EnqueuedAt < best!.Link.EnqueuedAt))
                (best, bestRank) = (head, rank);
        }

        return best;
    }

    /// <summary>Notes whose turn it is, before it leaves; one that never waited is the most urgent there is.</summary>
    public void NoteTurn(AlertJob job)
    {
        if (job.Band != Band.Critical)
            _isAgedServed = job.Link.IsQueued && !ReferenceEquals(job, MostUrgent());
    }

    /// <summary>The alert that goes when there is no room: the latest of the least urgent lane.</summary>
    public AlertJob? PeekLeastUrgent()
    {
        for (var lane = Count - 1; lane >= 0; lane--)
        {
            if (_tails[lane] is { } tail)
                return tail;
        }

        return null;
    }

    /// <summary>The first by severity alone, critical ones apart.</summary>
    private AlertJob? MostUrgent() => _heads[(int)Band.High] ?? _heads[(int)Band.Medium] ?? _heads[(int)Band.Low];
}
