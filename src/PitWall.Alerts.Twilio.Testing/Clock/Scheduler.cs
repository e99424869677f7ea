namespace PitWall.Alerts.Twilio.Testing.Clock;

/// <summary>
/// Runs work at its time on the sandbox's clock, with one timer however much work waits. Work without delay runs at once, on the caller's
/// thread.
/// </summary>
internal sealed class Scheduler : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<ScheduledWork, (long DueTicks, long Sequence)> _queue = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private long _lastSequence;
    private long _armedTicks = long.MaxValue;
    private bool _disposed;

    public Scheduler(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(static scheduler => ((Scheduler)scheduler!).RunDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time of the sandbox.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>How much work waits for its time.</summary>
    public int Count
    {
        get { lock (_gate) return _queue.Count; }
    }

    public ScheduledWork Schedule(TimeSpan delay, Action action)
    {
        var work = new ScheduledWork(action);
        if (delay <= TimeSpan.Zero)
        {
            work.Run();
            return work;
        }

        lock (_gate)
        {
            if (_disposed) return work;

            _queue.Enqueue(work, (_clock.GetUtcNow().UtcTicks + delay.Ticks, ++_lastSequence));
            Arm();
        }

        return work;
    }

    /// <summary>Waits for a time on the sandbox's clock.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(delay, _clock, cancellationToken);

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _queue.Clear();
        }

        _timer.Dispose();
    }

    private void RunDue()
    {
        lock (_gate) _armedTicks = long.MaxValue;
        while (TakeDue() is { } work) work.Run();
    }

    private ScheduledWork? TakeDue()
    {
        lock (_gate)
        {
            if (_queue.TryPeek(out var work, out var priority) && priority.DueTicks <= _clock.GetUtcNow().UtcTicks)
            {
                _queue.Dequeue();
                return work;
            }

            Arm();
            return null;
        }
    }

    private void Arm()
    {
        if (_disposed || !_queue.TryPeek(out _, out var next) || next.DueTicks >= _armedTicks) return;

        _armedTicks = next.DueTicks;
        var delay = TimeSpan.FromTicks(next.DueTicks - _clock.GetUtcNow().UtcTicks);
        // A timer that is due already may fire inside this call, and the lock is held.
        if (delay <= TimeSpan.Zero) ThreadPool.UnsafeQueueUserWorkItem(static scheduler => scheduler.RunDue(), this, preferLocal: false);
        else _timer.Change(_clock == TimeProvider.System ? RoundUp(delay) : delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The system's timers drop fractions of a millisecond and would fire just before the work is due.</summary>
    private static TimeSpan RoundUp(TimeSpan delay) => TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
}
