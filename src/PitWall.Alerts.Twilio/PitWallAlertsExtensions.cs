namespace PitWall.Alerts.Twilio;

/// <summary>Sends alerts whose kind is known only at run time.</summary>
public static class PitWallAlertsExtensions
{
    /// <summary>Sends an alert of any kind.</summary>
    /// <param name="alerts">What sends it.</param>
    /// <param name="alert">A <see cref="StrategyAlert"/>, <see cref="CoachingAlert"/> or <see cref="CriticalAlert"/>.</param>
    /// <param name="recipient">The recipient; a phone number string means an SMS.</param>
    /// <param name="cancellationToken">Gives the alert up. What was already accepted by Twilio stays sent.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">Thrown when the alert has no message or no type, or an argument is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<AlertResult> SendAsync(
        this IPitWallAlerts alerts, Alert alert, AlertRecipient recipient, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        ArgumentNullException.ThrowIfNull(alert);
        return alert switch
        {
            StrategyAlert strategy => alerts.SendStrategyAlertAsync(strategy, recipient, cancellationToken),
            CoachingAlert coaching => alerts.SendCoachingAlertAsync(coaching, recipient, cancellationToken),
            CriticalAlert critical => alerts.SendCriticalAlertAsync(critical, recipient, cancellationToken),
            _ => throw new ArgumentException($"An alert of type {alert.GetType().Name} cannot be sent.", nameof(alert)),
        };
    }
}
