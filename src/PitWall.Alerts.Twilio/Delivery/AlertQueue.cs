namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The side door: hands an alert to the dispatcher and leaves.</summary>
internal sealed class AlertQueue(AlertJobFactory jobs, AlertDispatcher dispatcher, Func<PitWallTwilioOptions> options) : IAlertQueue
{
    public AlertHandle Enqueue(Alert alert, AlertRecipient recipient) => Submit(jobs.Create(alert, recipient));

    public AlertHandle Enqueue(AlertBatch batch, AlertRecipient recipient) => Submit(jobs.Create(batch, recipient));

    private AlertHandle Submit(AlertJob job)
    {
        dispatcher.Submit(job, options());
        return new AlertHandle(job, dispatcher);
    }
}
