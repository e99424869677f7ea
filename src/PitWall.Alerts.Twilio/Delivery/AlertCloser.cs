using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The last stage but telling: an alert's end is noted, counted and logged, in this order and once.</summary>
internal sealed class AlertCloser(
    Admission admission, AlertLedger ledger, AlertTelemetry telemetry, TimeProvider clock, ILogger logger)
{
    /// <param name="job">The alert.</param>
    /// <param name="result">Its end.</param>
    /// <param name="isShared">Whether the end is another alert's, whose failure was logged already.</param>
    /// <returns>The duplicates that wait for this end.</returns>
    public IReadOnlyList<AlertJob> Close(AlertJob job, AlertResult result, bool isShared)
    {
        if (!job.TryEnd(result, out var followers))
            return [];

        // The ledger first: a duplicate that comes now gets its result from there. The key is free before the end is reported, so
        // that sending again at once is not a duplicate.
        var now = clock.GetUtcNow();
        ledger.Close(job, result, now);
        admission.End(job, result);
        telemetry.Ended(job, result, now);
        Log(job, result, isShared);
        return followers;
    }

    private void Log(AlertJob job, AlertResult result, bool isShared)
    {
        switch (result.Outcome)
        {
            case AlertOutcome.Failed or AlertOutcome.Unknown when !isShared:
                AlertLog.AlertFailed(logger, job.Kind, job.Id, NameOf(job.Recipient), result.Outcome, result.Detail);
                break;
            case AlertOutcome.Suppressed when LevelOf(job, result.Reason) is var level && logger.IsEnabled(level):
                AlertLog.AlertSuppressed(logger, level, job.Kind, job.Id, NameOf(job.Recipient), result.Reason, result.Detail);
                break;
            case AlertOutcome.Accepted when logger.IsEnabled(LogLevel.Debug):
                AlertLog.AlertAccepted(logger, job.Kind, job.Id, NameOf(job.Recipient), result.Sid);
                break;
        }
    }

    /// <summary>A critical alert that nobody hears is more than news, unless another takes its place or its caller wanted it so.</summary>
    private static LogLevel LevelOf(AlertJob job, SuppressionReason reason) =>
        job.IsCritical && reason is not (SuppressionReason.Duplicate or SuppressionReason.Superseded or SuppressionReason.Cancelled)
            ? LogLevel.Warning
            : LogLevel.Information;

    private static string NameOf(E164PhoneNumber recipient) => recipient.HasValue ? recipient.ToRedactedString() : "an unreadable number";
}
