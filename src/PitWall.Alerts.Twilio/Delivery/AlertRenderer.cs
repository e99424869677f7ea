using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Text;

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
        var context = new AlertFormatContext(job.Channel, job.RaisedAt)
        {
            ReservedUnits = trial.IsTrial ? AlertFormatContext.TrialPrefixUnits : 0,
        };
        return job.Alert switch
        {
            StrategyAlert alert => Counted(strategy.Format(alert, context), context, isOurs: strategy is StrategyAlertFormatter),
            CoachingAlert alert => Counted(coaching.Format(alert, context), context, isOurs: coaching is CoachingAlertFormatter),
            CriticalAlert alert => Counted(critical.Format(alert, context), context, isOurs: critical is CriticalAlertFormatter),
            _ => Counted(batch.Format(job.Batch!, context), context, isOurs: batch is AlertBatchFormatter),
        };
    }

    /// <summary>
    /// Our formatters have measured. The count of another one affects money, so it may be higher than the real one and never lower.
    /// </summary>
    private static FormattedAlert Counted(FormattedAlert text, AlertFormatContext context, bool isOurs)
    {
        if (isOurs)
            return text;

        var least = context.Channel == AlertChannel.Sms ? SmsMeter.Measure(text.Text, context.ReservedUnits).Segments : 0;
        return text.Segments < least ? text with { Segments = least } : text;
    }
}
