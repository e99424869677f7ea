namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What to poll, and when. Thread-safe; when full it accepts no more, and only webhooks report those alerts.</summary>
internal sealed class PollSchedule(TimeProvider clock)
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<AwaitedStatus, long> _queue = new();
    private TaskCompletionSource _changed = NewSignal();

    public void Add(AwaitedStatus awaited, TimeSpan after)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (_queue.Count >= Capacity)
                return;

            _queue.Enqueue(awaited, clock.GetTimestamp() + ToTimestamp(after));
            if (!ReferenceEquals(_queue.Peek(), awaited))
                return; // Whoever waits, waits for an earlier one.

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
            TimeSpan? wait = null;
            lock (_gate)
            {
                changed = _changed.Task;
                if (_queue.TryPeek(out _, out var due))
                {
                    wait = clock.GetElapsedTime(clock.GetTimestamp(), due);
                    if (wait <= TimeSpan.Zero)
                        return _queue.Dequeue();
                }
            }

            await WaitAsync(changed, wait, cancellationToken).ConfigureAwait(false);
        }
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
