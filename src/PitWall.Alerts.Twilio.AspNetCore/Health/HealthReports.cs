namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Keeps the latest report for a moment, so that monitors do not spend the account's requests; callers meanwhile share one question.</summary>
internal sealed class HealthReports(TimeSpan lifetime, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private Task<TwilioHealthReport>? _report;
    private long _since;

    public Task<TwilioHealthReport> GetAsync(ITwilioAlertClient client, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_report is null || (_report.IsCompleted && (!_report.IsCompletedSuccessfully || clock.GetElapsedTime(_since) >= lifetime)))
            {
                // Not the caller's token: callers that share the question must not lose the answer when the first one goes. And not on the
                // caller's thread: a client of the host's may block it, and with it all who wait for the lock.
                _report = Task.Run(() => client.CheckHealthAsync(CancellationToken.None), CancellationToken.None);
                _since = clock.GetTimestamp();
            }

            return _report.WaitAsync(cancellationToken);
        }
    }
}
