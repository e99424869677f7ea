namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Leads an alert through its stages: admit, render, pace, transmit, record. Every alert that comes in ends here.</summary>
internal sealed class AlertDispatcher : IDisposable
{
    private readonly RecipientReader _recipients;
    private readonly Admission _admission;
    private readonly AlertRenderer _renderer;
    private readonly AlertSender _sender;
    private readonly AlertCloser _closer;
    private readonly AlertLedger _ledger;
    private readonly Func<PitWallTwilioOptions> _options;
    private readonly TimeProvider _clock;
    private readonly SenderQueue[] _queues;
    private readonly Action<AlertJob, AlertResult> _endSent;
    private int _following;

    public AlertDispatcher(
        RecipientReader recipients,
        Admission admission,
        AlertRenderer renderer,
        AlertSender sender,
        AlertCloser closer,
        AlertLedger ledger,
        Func<PitWallTwilioOptions> options,
        TimeProvider clock)
    {
        _recipients = recipients;
        _admission = admission;
        _renderer = renderer;
        _sender = sender;
        _closer = closer;
        _ledger = ledger;
        _options = options;
        _clock = clock;
        _endSent = EndSent;

        // One sender a channel, so one queue a channel: by AlertChannel's values.
        _queues = [NewQueue(), NewQueue(), NewQueue()];
    }

    /// <summary>Whether nothing waits and nothing is under way.</summary>
    public bool IsIdle => Array.TrueForAll(_queues, q => q.IsIdle);

    /// <summary>How many alerts are being sent.</summary>
    public int UnderWay => _queues.Sum(q => q.UnderWay);

    /// <summary>How many alerts wait for a channel's sender.</summary>
    public int Queued(AlertChannel channel) => _queues[(int)channel].Length;

    /// <summary>Where an alert stands, in a sentence for people.</summary>
    public string? HoldOf(AlertJob job) => _ledger.FindAt(job.Place)?.Detail;

    /// <summary>Accepts an alert. Returns at once; the job's completion reports its end.</summary>
    /// <param name="job">The alert.</param>
    /// <param name="options">The options in force.</param>
    public void Submit(AlertJob job, PitWallTwilioOptions options)
    {
        _ledger.Expect();
        _admission.Expect();
        var refusal = _recipients.Read(job, options);
        if (refusal is not null)
            End(job, refusal);
        else
            Admit(job, options, job.BeganAt);
    }

    /// <summary>Cancels an alert. What has already left is completed, and the ledger records its end.</summary>
    /// <returns>Whether it was still waiting and is suppressed now.</returns>
    public bool Cancel(AlertJob job)
    {
        job.Abandon(SuppressionReason.Cancelled);
        if (job.TryStopFollowing())
            Interlocked.Decrement(ref _following);
        else if (job.IsDone || !QueueOf(job).TryLeave(job))
            return false;

        End(job, AlertResults.Suppressed(job, SuppressionReason.Cancelled));
        return true;
    }

    /// <summary>Ends what was not sent yet, gives up what would be tried again, and takes nothing in any more.</summary>
    /// <returns>How many alerts were left waiting.</returns>
    public int Stop()
    {
        var left = 0;
        foreach (var queue in _queues)
        {
            foreach (var job in queue.Stop())
            {
                left++;
                End(job, AlertResults.Suppressed(job, SuppressionReason.ShuttingDown));
            }
        }

        return left;
    }

    public void Dispose()
    {
        Stop();
        foreach (var queue in _queues)
            queue.Dispose();
    }

    private void Admit(AlertJob job, PitWallTwilioOptions options, long now)
    {
        var verdict = _admission.Admit(job, options.Delivery, now, QueueOf(job).WouldSupersede(job));
        if (verdict.Sent is { } sent)
            End(job, AlertResults.DuplicateOf(job, sent, _ledger.FindAt(sent.Place)), isShared: true);
        else if (verdict.Leader is { } leader)
            Follow(job, leader, options.Delivery.Queue.Capacity);
        else if (verdict.Reason != SuppressionReason.None)
            End(job, AlertResults.Suppressed(job, verdict.Reason, verdict.Detail));
        else if (TryRender(job))
            Enqueue(job, options);
    }

    private bool TryRender(AlertJob job)
    {
        try
        {
            job.Text = _renderer.Render(job);
            return true;
        }
#pragma warning disable CA1031 // A formatter may be the host's, and no alert may break the caller's loop.
        catch (Exception e)
#pragma warning restore CA1031
        {
            End(job, AlertResults.Failed(job, $"The formatter threw {e.GetType().Name}."));
            return false;
        }
    }

    private void Enqueue(AlertJob job, PitWallTwilioOptions options)
    {
        // Its sender enters it in the ledger, as its request leaves.
        job.IsAdmitted = true;
        var queue = QueueOf(job);
        if (queue.TrySendAtOnce(job, options))
            return;

        _ledger.NoteAdmitted(job, job.Text.Segments, AlertHolds.Queued, _clock.GetUtcNow());
        var change = queue.Join(job);
        foreach (var older in change.Superseded)
            End(older, AlertResults.Suppressed(older, SuppressionReason.Superseded));

        if (change.Refused is { } refused)
            End(refused, AlertResults.Suppressed(refused, change.RefusedBecause));

        // A duplicate may have been cancelled just as it took its leader's place.
        if (job.AbandonedBecause is var reason and not SuppressionReason.None && queue.TryLeave(job))
            End(job, AlertResults.Suppressed(job, reason));

        queue.PumpOnce();
    }

    /// <summary>A duplicate shares its leader's end, up to as many duplicates as there is room for.</summary>
    private void Follow(AlertJob job, AlertJob leader, int capacity)
    {
        if (Interlocked.Increment(ref _following) > capacity)
        {
            Interlocked.Decrement(ref _following);
            End(job, AlertResults.DuplicateOfOneUnderWay(job, leader.Id));
            return;
        }

        _ledger.Change(job, AlertHolds.Following, static (ref f, s) => f.Detail = s);
        if (leader.TryLead(job))
            return;

        Interlocked.Decrement(ref _following);
        var end = leader.Result!;

        // It has its end, but the code that ends it may not have released its key yet; this alert would meet it there again and again.
        if (IsOwnAffair(end))
            _admission.End(leader, end);

        Share(job, end);
    }

    private static bool IsOwnAffair(AlertResult leaders) => leaders.Reason is SuppressionReason.Cancelled or SuppressionReason.Expired;

    /// <summary>Where the leader was cancelled or expired, which was its own affair, the duplicate is sent in its place.</summary>
    private void Share(AlertJob follower, AlertResult leaders)
    {
        if (IsOwnAffair(leaders))
            Admit(follower, _options(), _clock.GetTimestamp());
        else
            End(follower, AlertResults.DuplicateOf(follower, leaders), isShared: true);
    }

    /// <summary>An alert was sent, or could not be.</summary>
    private void EndSent(AlertJob job, AlertResult result)
    {
        try
        {
            Close(job, result, isShared: false);
        }
        finally
        {
            Leave(job);
        }
    }

    /// <summary>
    /// The caller goes on right here only when nothing else is left to do here: neither an alert that waits for its turn, nor the
    /// loop that started this one.
    /// </summary>
    private void Leave(AlertJob job)
    {
        var queue = QueueOf(job);
        if (queue.SeemsToHaveWaiting)
            job.Tell(mayRunCaller: false);

        var isInLoop = queue.OnEnded(job);
        job.Tell(mayRunCaller: !isInLoop);
    }

    private void End(AlertJob job, AlertResult result, bool isShared = false)
    {
        Close(job, result, isShared);
        job.Tell(mayRunCaller: false);
    }

    private void Close(AlertJob job, AlertResult result, bool isShared)
    {
        foreach (var follower in _closer.Close(job, result, isShared))
        {
            // One that was cancelled meanwhile has its own end.
            if (!follower.TryStopFollowing())
                continue;

            Interlocked.Decrement(ref _following);
            Share(follower, result);
        }
    }

    private SenderQueue QueueOf(AlertJob job) => _queues[(int)job.Channel];

    // The task is not needed: the job's completion reports the end.
    private SenderQueue NewQueue() => new(_clock, _options, job => _ = _sender.SendAsync(job, _endSent));
}
