using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio;

/// <summary>An alert that was passed to <see cref="IAlertQueue"/>. Thread-safe.</summary>
public sealed class AlertHandle
{
    private readonly AlertJob _job;
    private readonly AlertDispatcher _dispatcher;

    internal AlertHandle(AlertJob job, AlertDispatcher dispatcher)
    {
        _job = job;
        _dispatcher = dispatcher;
    }

    /// <summary>The library's id of the alert, used by <see cref="IAlertLedger"/>.</summary>
    public string Id => _job.Id;

    /// <summary>Completes with the final result of the alert. Never faults.</summary>
    public Task<AlertResult> Completion => _job.Completion;

    /// <summary>
    /// Cancels the alert. If it is still waiting, it is suppressed. If its request has left, sending continues, and
    /// <see cref="Completion"/> reports how it ended.
    /// </summary>
    /// <returns>Whether it was still waiting and therefore will not be sent.</returns>
    public bool TryCancel() => _dispatcher.Cancel(_job);
}
