namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The bounded, paced priority queue in front of one sender. It sends when something joins, ends or falls due; it has no thread.</summary>
internal sealed class SenderQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityLanes _lanes = new();
    private readonly Dictionary<(E164PhoneNumber, string Topic), AlertJob> _topics = [];
    private readonly TimeProvider _clock;
    private readonly Action<AlertJob> _send;
    private readonly ITimer _timer;
    private long _takenAt;
    private TimeSpan _takenFor;
    private int _underWay;
    private bool _isStopped;

    /// <param name="clock">The alerts' clock.</param>
    /// <param name="send">Sends one alert; returns at once and calls <see cref="OnEnded"/> later.</param>
    public SenderQueue(TimeProvider clock, Action<AlertJob> send)
    {
        _clock = clock;
        _send = send;
        _timer = clock.CreateTimer(static queue => ((SenderQueue)queue!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public required Func<PitWallTwilioOptions> Options { get; init; }

    public int Length
    {
        get
        {
            lock (_gate)
                return _lanes.Length;
        }
    }

    /// <summary>Whether nothing waits and nothing is under way.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _lanes.Length == 0 && _underWay == 0;
        }
    }

    /// <summary>Joins the queue, and says which alerts had to leave for it, itself perhaps.</summary>
    public QueueChange Join(AlertJob job)
    {
        var options = Options().Delivery.Queue;
        AlertJob? superseded = null;
        AlertJob? displaced = null;
        lock (_gate)
        {
            if (_isStopped)
                return new QueueChange(null, job, SuppressionReason.ShuttingDown);

            if (TopicOf(job) is { } topic)
            {
                // Less urgent news does not replace a more urgent order.
                if (_topics.TryGetValue(topic, out var older) && job.Band <= older.Band)
                    superseded = Leave(older);

                if (superseded is not null || older is null)
                    _topics[topic] = job;
            }

            if (_lanes.Length >= options.Capacity)
            {
                var least = _lanes.PeekLeastUrgent()!;
                if (job.Band >= least.Band)
                {
                    Forget(job);
                    return new QueueChange(superseded, job, SuppressionReason.QueueFull);
                }

                displaced = Leave(least);
            }

            _lanes.Add(job, _clock.GetUtcNow());
        }

        return new QueueChange(superseded, displaced, SuppressionReason.QueueFull);
    }

    /// <summary>Takes an alert out that was not sent yet.</summary>
    public bool TryLeave(AlertJob job)
    {
        lock (_gate)
            return Leave(job) is not null;
    }

    /// <summary>Sends what may be sent now and sets the timer for what may be sent later.</summary>
    public void Pump()
    {
        while (TakeNext() is { } job)
            _send(job);
    }

    /// <summary>An alert that was sent has its result.</summary>
    public void OnEnded(AlertJob job)
    {
        lock (_gate)
        {
            if (!job.IsCritical)
                _underWay--;
        }

        Pump();
    }

    /// <summary>Takes everything out that was not sent yet and lets nothing in any more.</summary>
    public IReadOnlyList<AlertJob> Stop()
    {
        var left = new List<AlertJob>();
        lock (_gate)
        {
            _isStopped = true;
            while (_lanes.PeekLeastUrgent() is { } job)
                left.Add(Leave(job)!);
        }

        return left;
    }

    public void Dispose() => _timer.Dispose();

    private AlertJob? TakeNext()
    {
        lock (_gate)
        {
            var options = Options();
            var now = _clock.GetUtcNow();
            if (_lanes.Peek(now, options.Delivery.Queue.AgeingStep) is not { } job)
                return null;

            // An expired alert does not take the sender's time: it only has to be told.
            var isPointless = job.IsAbandoned || job.ExpiresAt <= now;
            if (!isPointless)
            {
                if (!job.IsCritical && _underWay >= options.Delivery.Queue.MaxConcurrency)
                    return null;

                // Timestamps, not the time of day: a clock that is set back must not hold alerts back.
                var wait = _takenFor - _clock.GetElapsedTime(_takenAt);
                if (_takenFor > TimeSpan.Zero && wait > TimeSpan.Zero)
                {
                    _timer.Change(wait, Timeout.InfiniteTimeSpan);
                    return null;
                }

                _takenFor = SenderRates.Cost(job.Record.Channel, job.Text.Segments, job.Record.Recipient, options);
                _takenAt = _clock.GetTimestamp();
            }

            Leave(job);
            if (!job.IsCritical)
                _underWay++;

            return job;
        }
    }

    private AlertJob? Leave(AlertJob job)
    {
        if (!_lanes.Remove(job))
            return null;

        Forget(job);
        return job;
    }

    private void Forget(AlertJob job)
    {
        if (TopicOf(job) is { } topic && _topics.TryGetValue(topic, out var current) && ReferenceEquals(current, job))
            _topics.Remove(topic);
    }

    private static (E164PhoneNumber, string)? TopicOf(AlertJob job) =>
        job.Record.Topic is { } topic ? (job.Record.Recipient, topic) : null;
}
