namespace RaceReplay.Clock;

/// <summary>
/// Race time as a clock: what waits on it waits for the race, at whatever speed the race is replayed. It stands still until <see cref="MoveTo"/> moves it, and
/// fires timers in the order in which they are due. Thread-safe.
/// </summary>
internal sealed class RaceClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<RaceTimer> _timers = [];
    private TimeSpan _elapsed;
    private long _changes;

    /// <summary>The time since the start of the race.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
                return _elapsed;
        }
    }

    /// <summary>When the next timer fires; <see langword="null"/> when none is set.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (_lock)
                return _timers.Min(timer => timer.Due);
        }
    }

    /// <summary>Rises whenever a timer is set, fired or removed: who waits shows here.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new RaceTimer(this, callback, state);
        Set(timer, dueTime, period);
        return timer;
    }

    /// <summary>Moves the race on to a moment. Time never goes back.</summary>
    public void MoveTo(TimeSpan moment)
    {
        while (TakeDue(moment) is { } timer)
            timer.Fire();
    }

    internal bool Set(RaceTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        bool isDueNow;
        lock (_lock)
        {
            if (timer.IsDisposed)
                return false;

            Interlocked.Increment(ref _changes);
            timer.Period = period > TimeSpan.Zero ? period : null;
            timer.Due = dueTime < TimeSpan.Zero ? null : _elapsed + dueTime;
            isDueNow = dueTime == TimeSpan.Zero;
            if (isDueNow)
                timer.Due = timer.Period is { } again ? _elapsed + again : null;
            if (timer.Due is null)
                _timers.Remove(timer);
            else
                _timers.Add(timer);
        }

        // As any timer does: never on the stack of who sets it.
        if (isDueNow)
            ThreadPool.QueueUserWorkItem(static due => due.Fire(), timer, preferLocal: false);
        return true;
    }

    internal void Remove(RaceTimer timer)
    {
        lock (_lock)
        {
            Interlocked.Increment(ref _changes);
            timer.IsDisposed = true;
            _timers.Remove(timer);
        }
    }

    private RaceTimer? TakeDue(TimeSpan moment)
    {
        lock (_lock)
        {
            var timer = _timers.Where(candidate => candidate.Due <= moment).MinBy(candidate => candidate.Due);
            if (timer is null)
            {
                if (moment > _elapsed)
                    _elapsed = moment;
                return null;
            }

            Interlocked.Increment(ref _changes);
            if (timer.Due > _elapsed)
                _elapsed = timer.Due.Value;
            timer.Due = timer.Period is { } period ? timer.Due + period : null;
            if (timer.Due is null)
                _timers.Remove(timer);
            return timer;
        }
    }
}
