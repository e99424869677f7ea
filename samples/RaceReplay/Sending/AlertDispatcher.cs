using System.Diagnostics;
using PitWall.Alerts.Twilio;
using RaceReplay.Clock;

namespace RaceReplay.Sending;

/// <summary>Sends alerts without waiting for them, and tells what became of each.</summary>
internal sealed class AlertDispatcher(IPitWallAlerts alerts, Crew crew, SegmentBudget budget, InFlight sends, ReplayFigures figures, Action<SentAlert> decided)
{
    // Strategy and coaching texts are fitted into one segment; critical ones are never cut, and the engine's take at most three even in UCS-2.
    private const int WorstSegments = 1;
    private const int WorstCriticalSegments = 3;

    /// <summary>Begins to send.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="raisedAt">Since the start of the race.</param>
    /// <param name="cancellationToken">Gives the alert up.</param>
    public void Send(Alert alert, TimeSpan raisedAt, CancellationToken cancellationToken)
    {
        figures.Raise(alert);
        sends.Begin();
        _ = SendAsync(alert, raisedAt, cancellationToken);
    }

    private async Task SendAsync(Alert alert, TimeSpan raisedAt, CancellationToken cancellationToken)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var result = await WithinBudgetAsync(alert, cancellationToken);
            var sent = new SentAlert(alert, raisedAt, result, Stopwatch.GetElapsedTime(started));
            figures.Decide(sent);
            decided(sent);
        }
        finally
        {
            sends.End();
        }
    }

    private async Task<AlertResult> WithinBudgetAsync(Alert alert, CancellationToken cancellationToken)
    {
        var worst = alert is CriticalAlert ? WorstCriticalSegments : WorstSegments;
        if (!await budget.SetAsideAsync(worst))
            return new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Budget, Detail = "the budget of segments is spent" };

        var spent = 0;
        try
        {
            var result = await SendByKindAsync(alert, crew.For(alert), cancellationToken);
            spent = result.Outcome == AlertOutcome.Unknown ? Math.Max(result.Segments, 1) : result.Segments;
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Cancelled, Detail = "the replay was stopped" };
        }
        catch (Exception exception)
        {
            // The library promises not to throw for a delivery problem: what comes here is a defect, and is shown rather than ending the race.
            return new AlertResult { Outcome = AlertOutcome.Failed, Detail = $"{exception.GetType().Name}: {exception.Message}" };
        }
        finally
        {
            budget.Settle(worst, spent);
        }
    }

    private Task<AlertResult> SendByKindAsync(Alert alert, AlertRecipient recipient, CancellationToken cancellationToken) => alert switch
    {
        StrategyAlert strategy => alerts.SendStrategyAlertAsync(strategy, recipient, cancellationToken),
        CoachingAlert coaching => alerts.SendCoachingAlertAsync(coaching, recipient, cancellationToken),
        CriticalAlert critical => alerts.SendCriticalAlertAsync(critical, recipient, cancellationToken),
        _ => throw new ArgumentException($"There is no way to send {alert.Kind}.", nameof(alert)),
    };
}
