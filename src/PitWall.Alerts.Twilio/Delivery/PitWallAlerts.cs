namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The front door: hands an alert to the dispatcher and waits for its end, no longer than the options say.</summary>
/// <param name="jobs">Makes jobs of alerts.</param>
/// <param name="dispatcher">Takes them in.</param>
/// <param name="options">The options in force.</param>
/// <param name="clock">The alerts' clock.</param>
/// <param name="transportClock">The requests' clock.</param>
internal sealed class PitWallAlerts(
    AlertJobFactory jobs,
    AlertDispatcher dispatcher,
    Func<PitWallTwilioOptions> options,
    TimeProvider clock,
    TimeProvider transportClock) : IPitWallAlerts
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
        var longest = options().Delivery.LongestWait;
        try
        {
            return await (ReferenceEquals(clock, transportClock)
                ? job.Completion.WaitAsync(longest, clock, cancellationToken)
                : WaitOnBothAsync(job, longest, cancellationToken)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return AlertResults.Pending(job, job.Record.Detail);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            dispatcher.Cancel(job);
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    /// <summary>Race time may stand still or run slowly; no caller waits longer than it asked for on either clock.</summary>
    private async Task<AlertResult> WaitOnBothAsync(AlertJob job, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(longest, transportClock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await job.Completion.WaitAsync(longest, clock, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}
