namespace RaceReplay.Clock;

/// <summary>The sends that are under way. Thread-safe.</summary>
internal sealed class InFlight
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = NewSource();
    private int _count;
    private long _changes;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Rises whenever a send begins or ends.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Completes when nothing is under way.</summary>
    public Task Idle
    {
        get
        {
            lock (_lock)
                return _count == 0 ? Task.CompletedTask : _idle.Task;
        }
    }

    public void Begin()
    {
        lock (_lock)
        {
            _count++;
            _changes++;
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _changes++;
            if (--_count > 0)
                return;

            _idle.SetResult();
            _idle = NewSource();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
