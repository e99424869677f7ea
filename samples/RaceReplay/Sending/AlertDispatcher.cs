using System.Diagnostics;
using PitWall.Alerts.Twilio;
using RaceReplay.Clock;

namespace RaceReplay.Sending;

/// <summary>Sends alerts without waiting for them, and tells what became of each.</summary>
internal sealed class AlertDispatcher(IPitWallAlerts alerts, Crew crew, InFlight sends, ReplayFigures figures, Action<SentAlert> decided)
{
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
            var result = await ResultAsync(alert, cancellationToken);
            var sent = new SentAlert(alert, raisedAt, result, Stopwatch.GetElapsedTime(started));
            figures.Decide(sent);
            decided(sent);
        }
        finally
        {
            sends.End();
        }
    }

    private async Task<AlertResult> ResultAsync(Alert alert, CancellationToken cancellationToken)
    {
        try
        {
            return await SendByKindAsync(alert, crew.For(alert), cancellationToken);
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
    }

    private Task<AlertResult> SendByKindAsync(Alert alert, AlertRecipient recipient, CancellationToken cancellationToken) => alert switch
    {
        StrategyAlert strategy => alerts.SendStrategyAlertAsync(strategy, recipient, cancellationToken),
        CoachingAlert coaching => alerts.SendCoachingAlertAsync(coaching, recipient, cancellationToken),
        CriticalAlert critical => alerts.SendCriticalAlertAsync(critical, recipient, cancellationToken),
        _ => throw new ArgumentException($"There is no way to send {alert.Kind}.", nameof(alert)),
    };
}
