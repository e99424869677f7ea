namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What to poll, and when. Thread-safe; when full it accepts no more, and only webhooks report those alerts.</summary>
/// <param name="clock">The clock it runs on.</param>
/// <param name="tellFull">
/// Hears that something was not accepted: once, and again when it happens after half of the room was free. Called by whoever asks for the
/// next and under no lock, because those who add may have locks of their own.
/// </param>
internal sealed class PollSchedule(TimeProvider clock, Action tellFull)
{
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<AwaitedStatus, long> _queue = new();
    private TaskCompletionSource _changed = NewSignal();
    private bool _hasRefused;
    private bool _isRefusalUntold;

    public void Add(AwaitedStatus awaited, TimeSpan after)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (!Enter(awaited, after))
                return;

            (changed, _changed) = (_changed, NewSignal());
        }

        changed.TrySetResult();
    }

    /// <summary>Waits for the next that is due.</summary>
    public async Task<AwaitedStatus> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            AwaitedStatus? next;
            TimeSpan? wait;
            bool isRefusalUntold;
            lock (_gate)
            {
                changed = _changed.Task;
                (isRefusalUntold, _isRefusalUntold) = (_isRefusalUntold, false);
                next = TakeDue(out wait);
            }

            if (isRefusalUntold)
                tellFull();

            if (next is not null)
                return next;

            await WaitAsync(changed, wait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds one where there is room; under the lock.</summary>
    /// <returns>Whether whoever waits must hear of it.</returns>
    private bool Enter(AwaitedStatus awaited, TimeSpan after)
    {
        if (_queue.Count >= Capacity)
        {
            var isFirst = !_hasRefused;
            _hasRefused = true;
            _isRefusalUntold |= isFirst;
            return isFirst;
        }

        // Whoever waits may wait for an earlier one.
        _queue.Enqueue(awaited, clock.GetTimestamp() + ToTimestamp(after));
        return ReferenceEquals(_queue.Peek(), awaited);
    }

    private AwaitedStatus? TakeDue(out TimeSpan? wait)
    {
        wait = null;
        if (!_queue.TryPeek(out _, out var due))
            return null;

        wait = clock.GetElapsedTime(clock.GetTimestamp(), due);
        if (wait > TimeSpan.Zero)
            return null;

        // At the brim every answer would make room for one, and every other alert would be news.
        _hasRefused &= _queue.Count > Capacity / 2;
        return _queue.Dequeue();
    }

    private async Task WaitAsync(Task changed, TimeSpan? wait, CancellationToken cancellationToken)
    {
        try
        {
            // Timers drop fractions of a millisecond and would fire just before the time.
            var timeout = wait is { } time ? TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)) : Timeout.InfiniteTimeSpan;
            await changed.WaitAsync(timeout, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The time has come.
        }
    }

    private long ToTimestamp(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
