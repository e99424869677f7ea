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
    TimeProvider transportClock) : IPitWallAlerts, IDisposable
{
    private readonly AlertWaits _waits = new(clock);

    public Task<AlertResult> SendStrategyAlertAsync(StrategyAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(alert, recipient), cancellationToken);

    public Task<AlertResult> SendCoachingAlertAsync(CoachingAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(alert, recipient), cancellationToken);

    public Task<AlertResult> SendCriticalAlertAsync(CriticalAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(alert, recipient), cancellationToken);

    public Task<AlertResult> SendBatchAsync(AlertBatch batch, AlertRecipient recipient, CancellationToken cancellationToken = default) =>
        SendAsync(jobs.Create(batch, recipient), cancellationToken);

    /// <summary>Ends what waits, and ends every wait for what is under way.</summary>
    public void Dispose()
    {
        dispatcher.Stop();
        _waits.Dispose();
    }

    private Task<AlertResult> SendAsync(AlertJob job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<AlertResult>(cancellationToken);

        var current = options();
        dispatcher.Submit(job, current);
        var patience = current.Delivery.LongestWait;
        var wait = new AlertWait(job, dispatcher, job.BeganAt + clock.ToTimestampTicks(patience));
        if (!job.TryAwait(wait))
        {
            wait.End(job.Result!, mayRunCaller: true);
            return wait.Task;
        }

        _waits.Add(wait);

        // Race time may stand still or run slowly; no caller waits longer than it asked for on either clock.
        if (!ReferenceEquals(clock, transportClock))
            wait.EndAfter(patience, transportClock);

        wait.EndWith(cancellationToken);
        return wait.Task;
    }
}
