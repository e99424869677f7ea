using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>One alert while it is ours: from the caller's hand to its result.</summary>
internal sealed class AlertJob : AlertRecord, ICreateWatch
{
    /// <summary>Twilio's shortest validity period (docs, Message resource, <c>ValidityPeriod</c>): what has less left has expired.</summary>
    public static readonly TimeSpan LeastValidity = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private TaskCompletionSource<AlertResult>? _completion;
    private AlertWait? _wait;
    private bool _isTold;
    private List<AlertJob>? _followers;
    private CancellationTokenSource? _abandonment;
    private volatile AlertResult? _result;
    private volatile SuppressionReason _abandonedBecause;
    private int _isFollowing;
    private int _isStarting;

    /// <param name="id">Our id of it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="type">What it is about; empty for none.</param>
    /// <param name="severity">How severe it is.</param>
    /// <param name="channel">How it goes out.</param>
    /// <param name="topic">What newer news of it replaces.</param>
    /// <param name="clock">The alerts' clock.</param>
    /// <param name="timeLeft">How long it is worth sending from now on.</param>
    public AlertJob(
        string id, AlertKind kind, string type, AlertSeverity severity, AlertChannel channel, string? topic, TimeProvider clock, TimeSpan timeLeft)
        : base(id, kind, type, severity, channel, topic, clock.GetTimestamp())
    {
        _clock = clock;
        Deadline = BeganAt + clock.ToTimestampTicks(timeLeft);
        CallersContext = ExecutionContext.Capture();
    }

    /// <summary>To whom, as its caller says.</summary>
    public required AlertRecipient To { get; init; }

    /// <summary>The alert, unless this is a batch.</summary>
    public Alert? Alert { get; init; }

    public AlertBatch? Batch { get; init; }

    public required Band Band { get; init; }

    /// <summary>When it is worth nothing any more, as a timestamp of the clock: changes of the time of day do not move it.</summary>
    public long Deadline { get; }

    /// <summary>The context in which it was handed over: its logs and traces belong there, wherever it is sent from.</summary>
    public ExecutionContext? CallersContext { get; }

    public TimeSpan TimeLeft => TimeLeftAt(_clock.GetTimestamp());

    public bool HasExpired => TimeLeft < LeastValidity;

    public string? DeduplicationKey => Alert?.DeduplicationKey ?? Batch?.DeduplicationKey;

    public bool IsCritical => Band == Band.Critical;

    /// <summary>What goes out, once it was written.</summary>
    public FormattedAlert Text { get; set; }

    /// <summary>What it holds of the admission, to be let go of when it was not sent; guarded by the admission's lock.</summary>
    public AdmissionHold Hold { get; set; }

    /// <summary>How often a request left.</summary>
    public int Attempts { get; private set; }

    /// <summary>Hears of its attempts.</summary>
    public AlertSender? Sender { get; set; }

    /// <summary>Its place in a queue; guarded by the queue's lock.</summary>
    public QueueLink Link;

    /// <summary>Its place among those that are being sent, 0 for none; guarded by the queue's lock.</summary>
    public int PlaceUnderWay { get; set; }

    /// <summary>Its end, for the holder of its handle. Continuations run on their own.</summary>
    public Task<AlertResult> Completion
    {
        get
        {
            lock (_gate)
            {
                if (_completion is null)
                {
                    _completion = new TaskCompletionSource<AlertResult>(TaskCreationOptions.RunContinuationsAsynchronously);
                    if (_isTold)
                        _completion.SetResult(_result!);
                }

                return _completion.Task;
            }
        }
    }

    public bool IsDone => _result is not null;

    /// <summary>The end, once there is one.</summary>
    public AlertResult? Result => _result;

    /// <summary>Whether it ended without taking any of the sender's time.</summary>
    public bool WasNeverTransmitted => Attempts == 0 && _result switch
    {
        { Outcome: AlertOutcome.Suppressed or AlertOutcome.NotConfigured } => true,
        { Outcome: AlertOutcome.Failed } failed => Sender is { HearsOfAttempts: true } || failed.Error is { Attempts: 0 },
        _ => false,
    };

    public SuppressionReason AbandonedBecause => _abandonedBecause;

    public CancellationToken Abandoned
    {
        get
        {
            lock (_gate)
            {
                // Where there is a source already, whoever gave the alert up cancels it: what that runs must not run under the lock.
                if (_abandonment is null && _abandonedBecause != SuppressionReason.None)
                    return new CancellationToken(canceled: true);

                _abandonment ??= new CancellationTokenSource();
                return _abandonment.Token;
            }
        }
    }

    /// <summary>Gives it up. A request that is on its way is seen through; a wait before the next one ends at once.</summary>
    public void Abandon(SuppressionReason reason)
    {
        CancellationTokenSource? abandonment;
        lock (_gate)
        {
            if (_abandonedBecause != SuppressionReason.None)
                return;

            _abandonedBecause = reason;
            abandonment = _abandonment;
        }

        // Continuations run on their own: a caller that cancels an alert does not send others in its place.
        _ = abandonment?.CancelAsync();
    }

    public TimeSpan TimeLeftAt(long now) => _clock.GetElapsedTime(now, Deadline);

    public void OnAttempt(int attempt)
    {
        Attempts = attempt;
        Sender?.NoteAttempt(this, attempt);
    }

    public void OnAnswer()
    {
        const int bytes = 256;
        CacheHint.Fetch(this, bytes);
        _wait?.Expect();
        Sender?.ExpectEnd(this);
    }

    public void OnHold(string why) => Sender?.NoteHold(this, why);

    /// <summary>Lets a duplicate share this alert's result.</summary>
    /// <returns><see langword="false"/> when the result is there already.</returns>
    public bool TryLead(AlertJob follower)
    {
        lock (_gate)
        {
            if (_result is not null)
                return false;

            Volatile.Write(ref follower._isFollowing, 1);
            _followers ??= [];
            if (_followers.Count == _followers.Capacity)
                DropWhoFollowsNoMore(_followers);

            _followers.Add(follower);
            return true;
        }
    }

    /// <summary>Stops sharing another alert's result. The caller that gets <see langword="true"/> decides what becomes of it.</summary>
    public bool TryStopFollowing() => Interlocked.Exchange(ref _isFollowing, 0) == 1;

    /// <summary>Notes that its sending begins.</summary>
    public void BeginStart() => Volatile.Write(ref _isStarting, 1);

    /// <summary>Records that the call that sends it returned, or that it has ended, whichever is first.</summary>
    /// <returns>Whether this was first.</returns>
    public bool TryFinishStart() => Interlocked.Exchange(ref _isStarting, 0) == 1;

    /// <summary>Ends the alert. Only the first end counts.</summary>
    /// <param name="result">The end.</param>
    /// <param name="followers">The duplicates that share it.</param>
    /// <returns><see langword="false"/> when it had ended before.</returns>
    public bool TryEnd(AlertResult result, out IReadOnlyList<AlertJob> followers)
    {
        lock (_gate)
        {
            followers = [];
            if (_result is not null)
                return false;

            _result = result;
            if (_followers is not null)
                (followers, _followers) = (_followers, null);

            return true;
        }
    }

    /// <summary>Followers that were cancelled stay in the list until there are as many of them as of those that still follow.</summary>
    private static void DropWhoFollowsNoMore(List<AlertJob> followers)
    {
        followers.RemoveAll(static follower => Volatile.Read(ref follower._isFollowing) == 0);
        followers.EnsureCapacity(2 * followers.Count);
    }

    /// <summary>Lets the caller that sent it wait for its end.</summary>
    /// <returns><see langword="false"/> if the end was already reported.</returns>
    public bool TryAwait(AlertWait wait)
    {
        lock (_gate)
        {
            if (_isTold)
                return false;

            _wait = wait;
            return true;
        }
    }

    /// <summary>Reports its end to those that wait. Only the first call has an effect.</summary>
    /// <param name="mayRunCaller">Whether the caller that sent it may continue right here, before this returns.</param>
    public void Tell(bool mayRunCaller)
    {
        TaskCompletionSource<AlertResult>? completion;
        AlertWait? wait;
        AlertResult result;
        lock (_gate)
        {
            if (_isTold || _result is null)
                return;

            _isTold = true;
            (completion, wait, result) = (_completion, _wait, _result);
        }

        completion?.SetResult(result);
        wait?.End(result, mayRunCaller);
    }
}
