using PitWall.Alerts.Twilio.Testing.Clock;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Moving it fires every timer that becomes due on the way, in order of due time,
/// each at its own time, on the calling thread, before the call returns; timers that those callbacks create or change are included.
/// It drives everything that uses a <see cref="TimeProvider"/>: <c>Task.Delay</c>, <c>PeriodicTimer</c>,
/// <c>CancellationTokenSource</c>, and the sandbox itself.
/// </summary>
/// <remarks>
/// All members are safe for concurrent use. Movements add up: two threads that each advance by a second advance the clock by two.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<ManualTimer> _timers = new(ManualTimer.ByDueTime);
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private readonly DateTimeOffset _start;
    private long _elapsedTicks;
    private long _targetTicks;
    private long _lastSequence;

    /// <summary>Creates a clock that shows 1 March 2026, 14:00 UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Creates a clock that shows a given time.</summary>
    /// <param name="start">The time it shows first.</param>
    public ManualTimeProvider(DateTimeOffset start) => _start = start.ToUniversalTime();

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The number of timers that wait to fire.</summary>
    public int TimerCount
    {
        get { lock (_gate) return _timers.Count; }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (_gate) return _elapsedTicks;
    }

    /// <summary>Moves the clock forward and fires the timers that become due.</summary>
    /// <param name="by">How far to move; zero fires what is already due.</param>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);

        lock (_gate) _targetTicks += by.Ticks;
        while (TakeNextDue() is { } timer) timer.Fire();
    }

    /// <summary>Moves the clock forward to a given time and fires the timers that become due.</summary>
    /// <param name="now">The time to show; not earlier than the current one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="now"/> lies in the clock's past: time only moves
    /// forward.</exception>
    public void SetUtcNow(DateTimeOffset now)
    {
        var by = now - GetUtcNow();
        if (by < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(now), now, "The clock only moves forward.");

        Advance(by);
    }

    /// <summary>
    /// Waits until at least this many timers wait to fire, so that a test does not advance the clock before the code under test has begun
    /// to wait on it.
    /// </summary>
    /// <param name="count">The number of timers to wait for; 1 by default.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task WaitForTimersAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_timers.Count >= count) return Task.CompletedTask;

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);

        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Puts a timer in its new place; one that is due at once fires now, as no movement of the clock would be needed for it.</summary>
    internal bool Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.IsDisposed) return false;

            _timers.Remove(timer);
            timer.Period = period;
            if (dueTime == Timeout.InfiniteTimeSpan) return true;

            timer.DueTicks = _elapsedTicks + dueTime.Ticks;
            timer.Sequence = ++_lastSequence;
            _timers.Add(timer);
            CompleteWaiters();
        }

        if (dueTime == TimeSpan.Zero) Advance(TimeSpan.Zero);
        return true;
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _timers.Remove(timer);
        }
    }

    private ManualTimer? TakeNextDue()
    {
        lock (_gate)
        {
            if (_timers.Min is not { } next || next.DueTicks > _targetTicks)
            {
                _elapsedTicks = _targetTicks;
                return null;
            }

            _timers.Remove(next);
            _elapsedTicks = Math.Max(_elapsedTicks, next.DueTicks);
            if (next.Period > TimeSpan.Zero)
            {
                next.DueTicks += next.Period.Ticks;
                next.Sequence = ++_lastSequence;
                _timers.Add(next);
            }

            return next;
        }
    }

    private void CompleteWaiters() =>
        _waiters.RemoveAll(waiter => waiter.Count <= _timers.Count && waiter.Reached.TrySetResult());
}
