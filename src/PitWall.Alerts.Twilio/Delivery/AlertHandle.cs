using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio;

/// <summary>An alert that was handed to <see cref="IAlertQueue"/>. Thread-safe.</summary>
public sealed class AlertHandle
{
    private readonly AlertJob _job;
    private readonly AlertDispatcher _dispatcher;

    internal AlertHandle(AlertJob job, AlertDispatcher dispatcher)
    {
        _job = job;
        _dispatcher = dispatcher;
    }

    /// <summary>Our id of the alert, under which <see cref="IAlertLedger"/> knows it.</summary>
    public string Id => _job.Id;

    /// <summary>Its end. Never faults.</summary>
    public Task<AlertResult> Completion => _job.Completion;

    /// <summary>
    /// Gives the alert up. One that waits is suppressed; one whose request has left is seen through, and
    /// <see cref="Completion"/> tells how it ended.
    /// </summary>
    /// <returns>Whether it was still waiting, and so will not be sent.</returns>
    public bool TryCancel() => _dispatcher.Cancel(_job);
}
