using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Writes an alert for its channel, with the formatter of its kind.</summary>
internal sealed class AlertRenderer(
    IStrategyAlertFormatter strategy,
    ICoachingAlertFormatter coaching,
    ICriticalAlertFormatter critical,
    IAlertBatchFormatter batch,
    TrialAccount trial)
{
    public FormattedAlert Render(AlertJob job)
    {
        var context = new AlertFormatContext(job.Record.Channel, job.RaisedAt)
        {
            ReservedUnits = trial.IsTrial ? AlertFormatContext.TrialPrefixUnits : 0,
        };
        return job.Alert switch
        {
            StrategyAlert alert => strategy.Format(alert, context),
            CoachingAlert alert => coaching.Format(alert, context),
            CriticalAlert alert => critical.Format(alert, context),
            _ => batch.Format(job.Batch!, context),
        };
    }
}
