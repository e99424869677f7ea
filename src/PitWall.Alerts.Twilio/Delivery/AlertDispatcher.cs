using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Leads an alert through its stages: admit, render, pace, transmit, record. Every alert that comes in ends here.</summary>
internal sealed class AlertDispatcher : IDisposable
{
    private readonly RecipientReader _recipients;
    private readonly Admission _admission;
    private readonly AlertRenderer _renderer;
    private readonly AlertSender _sender;
    private readonly AlertLedger _ledger;
    private readonly Func<PitWallTwilioOptions> _options;
    private readonly TimeProvider _clock;
    private readonly AlertTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly SenderQueue[] _queues;

    public AlertDispatcher(
        RecipientReader recipients,
        Admission admission,
        AlertRenderer renderer,
        AlertSender sender,
        AlertLedger ledger,
        Func<PitWallTwilioOptions> options,
        TimeProvider clock,
        AlertTelemetry telemetry,
        ILogger logger)
    {
        _recipients = recipients;
        _admission = admission;
        _renderer = renderer;
        _sender = sender;
        _ledger = ledger;
        _options = options;
        _clock = clock;
        _telemetry = telemetry;
        _logger = logger;

        // One sender a channel, so one queue a channel: by AlertChannel's values.
        _queues = [NewQueue(), NewQueue(), NewQueue()];
    }

    /// <summary>Whether nothing waits and nothing is under way.</summary>
    public bool IsIdle => Array.TrueForAll(_queues, q => q.IsIdle);

    public int Queued => _queues.Sum(q => q.Length);

    /// <summary>Takes an alert in. Returns at once; the job's completion tells its end.</summary>
    public void Submit(AlertJob job)
    {
        _ledger.Open(job.Record, job.RaisedAt);
        var options = _options();
        var refusal = _recipients.Read(job, options);
        if (refusal is not null)
        {
            End(job, refusal);
            return;
        }

        Admit(job, options);
    }

    /// <summary>Gives an alert up. What has left already is seen through, and the ledger tells its end.</summary>
    /// <returns>Whether it was still waiting and is suppressed now.</returns>
    public bool Cancel(AlertJob job)
    {
        job.Abandon();
        if (job.IsDone || !QueueOf(job).TryLeave(job))
            return false;

        End(job, AlertResults.Suppressed(job, SuppressionReason.Cancelled, "It was cancelled before it was sent."));
        return true;
    }

    /// <summary>Ends what was not sent yet and takes nothing in any more.</summary>
    /// <returns>How many alerts were left.</returns>
    public int Stop()
    {
        var left = 0;
        foreach (var queue in _queues)
        {
            foreach (var job in queue.Stop())
            {
                left++;
                End(job, AlertResults.Suppressed(job, SuppressionReason.ShuttingDown, "The service stopped before it was sent."));
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

    private void Admit(AlertJob job, PitWallTwilioOptions options)
    {
        var verdict = _admission.Admit(job, job.Record.Recipient, options.Delivery);
        if (verdict.Leader is { } leader)
        {
            Follow(job, leader);
            return;
        }

        if (verdict.Reason != SuppressionReason.None)
        {
            End(job, AlertResults.Suppressed(job, verdict.Reason, AlertResults.Sentence(verdict.Reason)));
            return;
        }

        if (!TryRender(job))
            return;

        _ledger.Change(job.Record, (Job: job, At: _clock.GetUtcNow()), static (r, s) =>
        {
            r.Segments = s.Job.Text.Segments;
            r.Take(AlertStep.Admitted, s.At);
        });
        Enqueue(job);
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

    private void Enqueue(AlertJob job)
    {
        var queue = QueueOf(job);
        var change = queue.Join(job);
        if (change.Superseded is { } older)
            End(older, AlertResults.Suppressed(older, SuppressionReason.Superseded, "A newer alert of its topic took its place."));

        if (change.Refused is { } refused)
            End(refused, AlertResults.Suppressed(refused, change.RefusedBecause, AlertResults.Sentence(change.RefusedBecause)));

        queue.Pump();
    }

    /// <summary>A duplicate shares its leader's end. Where the leader was cancelled, the duplicate is sent in its place.</summary>
    private void Follow(AlertJob job, AlertJob leader)
    {
        if (leader.TryFollow(job))
            return;

        // The leader has ended and holds its key still, so it was sent or may have been.
        End(job, AlertResults.DuplicateOf(job, leader.Result!));
    }

    private async Task SendAsync(AlertJob job)
    {
        AlertResult result;
        var activity = AlertTelemetry.Start(job.Record);
        try
        {
            result = await _sender.SendAsync(job).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last line of defence: whatever a replaced client throws is a failed alert, not a crash.
        catch (Exception e)
#pragma warning restore CA1031
        {
            result = AlertResults.Failed(job, $"The client threw {e.GetType().Name}.");
        }

        AlertTelemetry.Stop(activity, result);
        End(job, result);
        QueueOf(job).OnEnded(job);
    }

    private void End(AlertJob job, AlertResult result)
    {
        // The key is free before anybody hears of the end, so that sending again at once is no duplicate.
        if (!HoldsKey(result))
            _admission.Release(job);

        if (!job.TryEnd(result, out var followers))
            return;

        _ledger.Close(job.Record, result, _clock.GetUtcNow());
        _telemetry.Ended(job.Record, result, _clock.GetUtcNow());
        Log(job, result);
        job.Publish();
        foreach (var follower in followers)
            EndFollower(follower, result);
    }

    private void EndFollower(AlertJob follower, AlertResult leaders)
    {
        if (leaders.Reason == SuppressionReason.Cancelled)
            Admit(follower, _options());
        else
            End(follower, AlertResults.DuplicateOf(follower, leaders));
    }

    private void Log(AlertJob job, AlertResult result)
    {
        var record = job.Record;
        switch (result.Outcome)
        {
            case AlertOutcome.Failed or AlertOutcome.Unknown:
                AlertLog.AlertFailed(_logger, record.Kind, record.Id, record.Recipient.ToRedactedString(), result.Outcome, result.Detail);
                break;
            case AlertOutcome.Suppressed when _logger.IsEnabled(LogLevel.Information):
                AlertLog.AlertSuppressed(_logger, record.Kind, record.Id, record.Recipient.ToRedactedString(), result.Reason);
                break;
            case AlertOutcome.Accepted when _logger.IsEnabled(LogLevel.Debug):
                AlertLog.AlertAccepted(_logger, record.Kind, record.Id, record.Recipient.ToRedactedString(), result.Sid);
                break;
        }
    }

    private static bool HoldsKey(AlertResult result) => result.Outcome is AlertOutcome.Accepted or AlertOutcome.Unknown;

    private SenderQueue QueueOf(AlertJob job) => _queues[(int)job.Record.Channel];

    // Send never throws; its task is of no use to anybody: the job's completion tells the end.
    private SenderQueue NewQueue() => new(_clock, job => _ = SendAsync(job)) { Options = _options };
}
