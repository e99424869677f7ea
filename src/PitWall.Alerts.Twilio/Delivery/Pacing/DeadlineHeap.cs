namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The waiting alerts by their deadline, so that each is told on time and takes no room after it. Not thread-safe: its queue has the lock.</summary>
/// <remarks>A binary heap that knows where each alert is: joining and leaving are O(log n).</remarks>
internal sealed class DeadlineHeap
{
    // Slot 0 stays empty: the parent of i is i / 2.
    private readonly List<AlertJob?> _slots = [null];

    public int Count => _slots.Count - 1;

    /// <summary>The alert whose deadline comes first.</summary>
    public AlertJob? First => Count > 0 ? _slots[1] : null;

    public void Add(AlertJob job)
    {
        _slots.Add(job);
        Rise(job, Count);
    }

    public void Remove(AlertJob job)
    {
        var index = job.Link.HeapIndex;
        if (index == 0)
            return;

        job.Link.HeapIndex = 0;
        var last = _slots[^1]!;
        _slots.RemoveAt(_slots.Count - 1);
        if (ReferenceEquals(last, job))
            return;

        Sink(last, index);
        Rise(last, last.Link.HeapIndex);
    }

    private void Rise(AlertJob job, int index)
    {
        for (; index > 1 && _slots[index / 2]!.Deadline > job.Deadline; index /= 2)
            Put(_slots[index / 2]!, index);

        Put(job, index);
    }

    private void Sink(AlertJob job, int index)
    {
        while (2 * index is var child && child <= Count)
        {
            if (child < Count && _slots[child + 1]!.Deadline < _slots[child]!.Deadline)
                child++;

            if (_slots[child]!.Deadline >= job.Deadline)
                break;

            Put(_slots[child]!, index);
            index = child;
        }

        Put(job, index);
    }

    private void Put(AlertJob job, int index)
    {
        _slots[index] = job;
        job.Link.HeapIndex = index;
    }
}
