namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Those who wait for an alert's end, in the order their patience ends. They share one timer: nearly all of them never need it.</summary>
internal sealed class AlertWaits : IDisposable
{
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private AlertWait? _first;
    private AlertWait? _last;
    private long? _timerAt;
    private bool _isDisposed;

    public AlertWaits(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(static waits => ((AlertWaits)waits!).GiveUpDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether nobody waits.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _first is null;
        }
    }

    /// <summary>Lets a caller wait; not at all once this is disposed.</summary>
    public void Add(AlertWait wait)
    {
        if (!TryAdd(wait))
            wait.GiveUp();
    }

    /// <summary>Ends every wait: nobody would any more.</summary>
    public void Dispose()
    {
        lock (_gate)
            _isDisposed = true;

        _timer.Dispose();
        while (TakeFirst() is { } wait)
            wait.GiveUp();
    }

    private bool TryAdd(AlertWait wait)
    {
        lock (_gate)
        {
            if (_isDisposed)
                return false;

            // Patience is the same for all, so the newest is last; only a reload of the options puts it further up.
            var before = _last;
            while (before is not null && before.Deadline > wait.Deadline)
                before = before.Previous;

            var after = before is null ? _first : before.Next;
            (wait.Previous, wait.Next, wait.IsListed) = (before, after, true);
            if (before is null)
                _first = wait;
            else
                before.Next = wait;

            if (after is null)
                _last = wait;
            else
                after.Previous = wait;

            // A timer that was set for one that is gone fires once too early and is set anew then.
            if (_timerAt is not { } at || wait.Deadline < at)
                SetTimer(wait.Deadline);

            return true;
        }
    }

    public void Remove(AlertWait wait)
    {
        lock (_gate)
        {
            if (wait.IsListed)
                Unlink(wait);
        }
    }

    private AlertWait? TakeFirst()
    {
        lock (_gate)
        {
            var first = _first;
            if (first is not null)
                Unlink(first);

            return first;
        }
    }

    private void GiveUpDue()
    {
        while (TakeDue() is { } wait)
            wait.GiveUp();
    }

    private AlertWait? TakeDue()
    {
        lock (_gate)
        {
            _timerAt = null;
            if (_first is not { } first)
                return null;

            if (first.Deadline <= _clock.GetTimestamp())
            {
                Unlink(first);
                return first;
            }

            SetTimer(first.Deadline);
            return null;
        }
    }

    private void Unlink(AlertWait wait)
    {
        if (wait.Previous is null)
            _first = wait.Next;
        else
            wait.Previous.Next = wait.Next;

        if (wait.Next is null)
            _last = wait.Previous;
        else
            wait.Next.Previous = wait.Previous;

        (wait.Previous, wait.Next, wait.IsListed) = (null, null, false);
    }

    private void SetTimer(long deadline)
    {
        var due = _clock.GetElapsedTime(_clock.GetTimestamp(), deadline);
        _timer.Change(due < ShortestTimer ? ShortestTimer : due, Timeout.InfiniteTimeSpan);
        _timerAt = deadline;
    }
}
