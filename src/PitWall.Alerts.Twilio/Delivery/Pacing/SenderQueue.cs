namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The bounded, paced priority queue in front of one sender. It sends when something joins, ends or falls due; it has no thread.</summary>
internal sealed class SenderQueue : IThreadPoolWorkItem, IDisposable
{
    /// <summary>A timer for less would be rounded to nothing and fire again and again.</summary>
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    /// <summary>Nothing tells of a reload: while anybody waits, rates and places are looked at again as often as this.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly PriorityLanes _lanes = new();
    private readonly DeadlineHeap _deadlines = new();
    private readonly TopicBoard _topics = new();
    private readonly AlertsUnderWay _underWay = new();
    private readonly SenderPace _pace;
    private readonly TimeProvider _clock;
    private readonly Func<PitWallTwilioOptions> _options;
    private readonly Action<AlertJob> _send;
    private readonly ContextCallback _sendInContext;
    private readonly ITimer _timer;
    private bool _isStopped;

    /// <param name="clock">The alerts' clock.</param>
    /// <param name="options">The options in force.</param>
    /// <param name="send">Sends one alert and never throws; calls <see cref="OnEnded"/> when it has its result.</param>
    public SenderQueue(TimeProvider clock, Func<PitWallTwilioOptions> options, Action<AlertJob> send)
    {
        _clock = clock;
        _options = options;
        _send = send;
        _sendInContext = job => send((AlertJob)job!);
        _pace = new SenderPace(clock);
        _timer = clock.CreateTimer(static queue => ((SenderQueue)queue!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many wait.</summary>
    public int Length
    {
        get
        {
            lock (_gate)
                return _lanes.Length;
        }
    }

    /// <summary>How many are being sent, critical ones included.</summary>
    public int UnderWay
    {
        get
        {
            lock (_gate)
                return _underWay.Count;
        }
    }

    /// <summary>Whether any seems to wait: good enough for what does not depend on it.</summary>
    public bool SeemsToHaveWaiting => _lanes.Length > 0;

    /// <summary>Whether nothing waits and nothing is under way.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _lanes.Length == 0 && _underWay.Count == 0;
        }
    }

    /// <summary>Whether an alert would take the place of a waiting one of its topic.</summary>
    public bool WouldSupersede(AlertJob job)
    {
        if (job.Topic is null) return false;

        lock (_gate)
            return _topics.ReplacedBy(job).Count > 0;
    }

    /// <summary>Sends an alert at once, as nearly always: when none waits, the sender is free and there is a place.</summary>
    /// <returns><see langword="false"/> when it has to join the queue.</returns>
    public bool TrySendAtOnce(AlertJob job, PitWallTwilioOptions options)
    {
        var cost = CostOf(job, options);
        lock (_gate)
        {
            if (_isStopped || _lanes.Length > 0 || !_underWay.HasPlaceFor(job, options.Delivery.Queue.MaxConcurrency))
                return false;

            _pace.Follow(options);

            // Now, and not when it was handed over: a formatter may be the host's, and slow.
            if (cost > TimeSpan.Zero && !_pace.TryTake(job, _clock.GetTimestamp(), cost))
                return false;

            _lanes.NoteTurn(job);
            _underWay.Add(job);
        }

        StartOne(job, isMore: false);
        return true;
    }

    /// <summary>Joins the queue, and says which alerts had to leave for it, itself perhaps.</summary>
    public QueueChange Join(AlertJob job)
    {
        var capacity = _options().Delivery.Queue.Capacity;
        lock (_gate)
        {
            if (_isStopped)
                return new QueueChange([], job, SuppressionReason.ShuttingDown);

            var superseded = _topics.ReplacedBy(job);
            AlertJob? displaced = null;
            if (_lanes.Length - superseded.Count >= capacity)
            {
                displaced = _lanes.PeekLeastUrgent();
                if (displaced is null || job.Band >= displaced.Band)
                    return new QueueChange([], job, SuppressionReason.QueueFull);

                Leave(displaced);
            }

            foreach (var older in superseded)
            {
                // News does not lose the place of what it replaces: else a topic that is updated often would never be sent.
                if (older.Band == job.Band)
                    _lanes.Replace(older, job);

                Leave(older);
            }

            if (!job.Link.IsQueued)
                _lanes.Add(job, _clock.GetTimestamp());

            _deadlines.Add(job);
            _topics.Add(job);
            return new QueueChange(superseded, displaced, SuppressionReason.QueueFull);
        }
    }

    /// <summary>Takes an alert out that was not sent yet.</summary>
    public bool TryLeave(AlertJob job)
    {
        lock (_gate)
            return Leave(job);
    }

    /// <summary>Sends what may be sent now and sets the timer for what may be sent later.</summary>
    public void Pump()
    {
        while (TakeNext(out _) is { } job)
            Start(job);
    }

    /// <summary>
    /// The same for a caller that must not be held up: it sends one alert, its own if nothing else waits, and no others.
    /// </summary>
    public void PumpOnce()
    {
        if (TakeNext(out var isMore) is { } job)
            StartOne(job, isMore);
    }

    /// <summary>An alert that was sent has its result.</summary>
    /// <returns>Whether it ended before the loop that started it went on.</returns>
    public bool OnEnded(AlertJob job)
    {
        bool isInLoop;
        bool isMore;
        lock (_gate)
        {
            _underWay.Remove(job);
            if (job.WasNeverTransmitted)
                _pace.GiveBack(job);

            // One that ended before Start came back is followed by the loop there: recursion would be as deep as the queue is long.
            isInLoop = job.TryFinishStart();
            isMore = _lanes.Length > 0;
        }

        if (isMore && !isInLoop)
            Pump();

        return isInLoop;
    }

    /// <summary>Takes everything out that was not sent yet, lets nothing in any more, and gives up what is between two attempts.</summary>
    /// <returns>What waited.</returns>
    public IReadOnlyList<AlertJob> Stop()
    {
        var left = new List<AlertJob>();
        IReadOnlyList<AlertJob> underWay;
        lock (_gate)
        {
            _isStopped = true;
            while (_lanes.PeekLeastUrgent() is { } job)
            {
                Leave(job);
                left.Add(job);
            }

            underWay = _underWay.ToList();
        }

        foreach (var job in underWay)
            job.Abandon(SuppressionReason.ShuttingDown);

        return left;
    }

    public void Dispose() => _timer.Dispose();

    void IThreadPoolWorkItem.Execute() => Pump();

    private void StartOne(AlertJob job, bool isMore)
    {
        // An alert that ended before Start returned pumps nothing by itself, and others may have joined and found its place taken.
        var hasEnded = Start(job);
        if (isMore || (hasEnded && Length > 0))
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <returns>Whether it has ended already.</returns>
    private bool Start(AlertJob job)
    {
        job.BeginStart();
        // Nearly always it is sent where it was handed over.
        if (job.CallersContext is { } context && !ReferenceEquals(context, ExecutionContext.Capture()))
            ExecutionContext.Run(context, _sendInContext, job);
        else
            _send(job);

        return !job.TryFinishStart();
    }

    private AlertJob? TakeNext(out bool isMore)
    {
        var options = _options();
        lock (_gate)
        {
            _pace.Follow(options);
            var now = _clock.GetTimestamp();
            var next = TakeExpired() ?? TakeReady(options, now);
            if (next is null)
                SetTimer(_pace.Wait(now));

            isMore = _lanes.Length > 0;
            return next;
        }
    }

    /// <summary>An expired alert takes neither the sender's time nor a place: its end only has to be reported.</summary>
    private AlertJob? TakeExpired() => _deadlines.First is { HasExpired: true } job ? Take(job) : null;

    private AlertJob? TakeReady(PitWallTwilioOptions options, long now)
    {
        var queue = options.Delivery.Queue;
        if (Peek(queue, now) is not { } job || _pace.Wait(now) > TimeSpan.Zero)
            return null;

        _lanes.NoteTurn(job);
        _pace.Take(job, now, CostOf(job, options));
        return Take(job);
    }

    /// <summary>Critical alerts first; while they wait for a place of their own, no other alert waits behind them.</summary>
    private AlertJob? Peek(QueueOptions queue, long now) =>
        _lanes.PeekCritical() is { } critical && _underWay.HasPlaceFor(critical, queue.MaxConcurrency) ? critical
        : _lanes.PeekOther(now, _clock.ToTimestampTicks(queue.AgeingStep)) is { } other && _underWay.HasPlaceFor(other, queue.MaxConcurrency) ? other
        : null;

    private static TimeSpan CostOf(AlertJob job, PitWallTwilioOptions options) =>
        SenderRates.Cost(job.Channel, job.Text.Segments, job.Recipient, options);

    private AlertJob Take(AlertJob job)
    {
        Leave(job);
        _underWay.Add(job);
        return job;
    }

    private void SetTimer(TimeSpan untilFree)
    {
        if (_deadlines.First is not { } first)
            return;

        var untilExpiry = first.TimeLeft - AlertJob.LeastValidity;
        var due = untilFree > TimeSpan.Zero && untilFree < untilExpiry ? untilFree : untilExpiry;
        _timer.Change(due < ShortestTimer ? ShortestTimer : due > LongestTimer ? LongestTimer : due, Timeout.InfiniteTimeSpan);
    }

    private bool Leave(AlertJob job)
    {
        _deadlines.Remove(job);
        _topics.Remove(job);
        return _lanes.Remove(job);
    }
}
