namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Those who wait for an alert's end, in the order their patience ends. They share one timer: nearly all of them never need it.</summary>
/// <remarks>
/// Who is told an end does not leave by himself, which would keep the others: all who wait no more are dropped at once when there is no
/// room, or when the timer fires.
/// </remarks>
internal sealed class AlertWaits : IDisposable
{
    private const int FirstLength = 64;

    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private AlertWait?[] _ring = new AlertWait?[FirstLength];
    private long _first;
    private long _next;
    private long? _timerAt;
    private bool _isDisposed;

    public AlertWaits(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(static waits => ((AlertWaits)waits!).GiveUpDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many are kept, whether they still wait or not.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return (int)(_next - _first);
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
        while (Take(long.MaxValue) is { } wait)
            wait.GiveUp();
    }

    private bool TryAdd(AlertWait wait)
    {
        lock (_gate)
        {
            if (_isDisposed)
                return false;

            if (_next - _first == _ring.Length)
                MakeRoom();

            // Patience is the same for all, so the newest is last; only a reload of the options puts it further up.
            var place = _next++;
            for (; place > _first && At(place - 1)!.Deadline > wait.Deadline; place--)
                At(place) = At(place - 1);

            At(place) = wait;

            // A timer that was set for one that is gone fires once too early and is set anew then.
            if (_timerAt is not { } at || wait.Deadline < at)
                SetTimer(wait.Deadline);

            return true;
        }
    }

    private void GiveUpDue()
    {
        lock (_gate)
            _timerAt = null;

        while (Take(_clock.GetTimestamp()) is { } wait)
            wait.GiveUp();

        lock (_gate)
        {
            DropFirst();
            if (_next > _first && !_isDisposed)
                SetTimer(At(_first)!.Deadline);
        }
    }

    /// <summary>Takes the first one out who still waits, when his patience has ended by now.</summary>
    private AlertWait? Take(long now)
    {
        lock (_gate)
        {
            DropFirst();
            if (_next == _first || At(_first) is not { } wait || wait.Deadline > now)
                return null;

            At(_first++) = null;
            return wait;
        }
    }

    /// <summary>Drops those at the front who wait no more.</summary>
    private void DropFirst()
    {
        while (_first < _next && At(_first)!.IsOver)
            At(_first++) = null;
    }

    /// <summary>Drops all who wait no more, and where most of them wait, takes twice the room.</summary>
    private void MakeRoom()
    {
        var end = _first;
        for (var place = _first; place < _next; place++)
        {
            if (At(place) is { IsOver: false } wait)
                At(end++) = wait;
        }

        for (var place = end; place < _next; place++)
            At(place) = null;

        _next = end;
        if (2 * (_next - _first) > _ring.Length)
            Grow();
    }

    private void Grow()
    {
        var ring = new AlertWait?[2 * _ring.Length];
        for (var place = _first; place < _next; place++)
            ring[place & (ring.Length - 1)] = At(place);

        _ring = ring;
    }

    private ref AlertWait? At(long place) => ref _ring[place & (_ring.Length - 1)];

    private void SetTimer(long deadline)
    {
        var due = _clock.GetElapsedTime(_clock.GetTimestamp(), deadline);
        _timer.Change(due < ShortestTimer ? ShortestTimer : due, Timeout.InfiniteTimeSpan);
        _timerAt = deadline;
    }
}
