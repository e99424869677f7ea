using System.Numerics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// The callers that wait for an alert's end, ordered by when their wait ends. They share one timer, which nearly none of them
/// needs.
/// </summary>
/// <remarks>
/// A wait that has its result does not remove itself, which would hold up the others: all finished waits are dropped together, when there
/// are as many as active ones, and once a second.
/// </remarks>
internal sealed class AlertWaits : IDisposable
{
    private const int LeastLength = 64;

    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    /// <summary>The longest time that a finished wait is kept.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private AlertWait?[] _ring = new AlertWait?[LeastLength];
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

    /// <summary>Ends every wait, because none would end by itself any more.</summary>
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
                DropOver();

            // Patience is the same for all and counts from when they came, so the newest is last or nearly; only a reload of the options
            // puts it further up.
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
        {
            _timerAt = null;
            DropOver();
        }

        while (Take(_clock.GetTimestamp()) is { } wait)
            wait.GiveUp();

        lock (_gate)
        {
            if (_next > _first && !_isDisposed)
                SetTimer(At(_first)!.Deadline);
        }
    }

    /// <summary>Takes the first one out whose patience has ended by now.</summary>
    private AlertWait? Take(long now)
    {
        lock (_gate)
        {
            if (_next == _first || At(_first) is not { } wait || wait.Deadline > now)
                return null;

            At(_first++) = null;
            return wait;
        }
    }

    /// <summary>Drops all who wait no more, and makes as much room again as those have who do.</summary>
    private void DropOver()
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
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * (_next - _first), LeastLength));
        if (length != _ring.Length)
            Resize(length);
    }

    private void Resize(int length)
    {
        var ring = new AlertWait?[length];
        for (var place = _first; place < _next; place++)
            ring[place & (length - 1)] = At(place);

        _ring = ring;
    }

    private ref AlertWait? At(long place) => ref _ring[place & (_ring.Length - 1)];

    private void SetTimer(long deadline)
    {
        var due = _clock.GetElapsedTime(_clock.GetTimestamp(), deadline);
        _timer.Change(due < ShortestTimer ? ShortestTimer : due < LongestTimer ? due : LongestTimer, Timeout.InfiniteTimeSpan);
        _timerAt = deadline;
    }
}
