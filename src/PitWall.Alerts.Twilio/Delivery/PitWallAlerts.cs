namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The front door: hands an alert to the dispatcher and waits for its end, no longer than the options say.</summary>
internal sealed class PitWallAlerts(
    AlertJobFactory jobs, AlertDispatcher dispatcher, Func<PitWallTwilioOptions> options, TimeProvider clock) : IPitWallAlerts
{
    public Task<AlertResult> SendStrategyAlertAsync(StrategyAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(alert, recipient), cancellationToken);

    public Task<AlertResult> SendCoachingAlertAsync(CoachingAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(alert, recipient), cancellationToken);

    public Task<AlertResult> SendCriticalAlertAsync(CriticalAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(alert, recipient), cancellationToken);

    public Task<AlertResult> SendBatchAsync(AlertBatch batch, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(batch, recipient), cancellationToken);

    private Task<AlertResult> SendAsync(AlertJob job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<AlertResult>(cancellationToken);

        dispatcher.Submit(job);
        return job.IsDone ? job.Completion : WaitAsync(job, cancellationToken);
    }

    private async Task<AlertResult> WaitAsync(AlertJob job, CancellationToken cancellationToken)
    {
        try
        {
            return await job.Completion.WaitAsync(options().Delivery.LongestWait, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new AlertResult
            {
                Outcome = AlertOutcome.Pending,
                AlertId = job.Record.Id,
                Segments = job.Text.Segments,
                Attempts = job.Attempts,
                IsCut = job.Text.IsCut,
                Warnings = job.Text.Warnings,
                Detail = "It is still queued or on its way; the ledger will know its end.",
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            dispatcher.Cancel(job);
            throw;
        }
    }
}
