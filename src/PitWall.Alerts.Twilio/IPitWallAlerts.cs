namespace PitWall.Alerts.Twilio;

/// <summary>Sends alerts to people. This is the service to inject into strategy code. Thread-safe.</summary>
/// <remarks>
/// A delivery problem never throws; it is reported in the <see cref="AlertResult"/>. Only a wrong argument
/// (<see cref="ArgumentException"/>) and the caller's own cancellation (<see cref="OperationCanceledException"/>) throw.
/// </remarks>
public interface IPitWallAlerts
{
    /// <summary>Sends a strategist's decision.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="recipient">Who it is for; a phone number string means an SMS.</param>
    /// <param name="cancellationToken">Cancels the alert. A message or call that Twilio already accepted stays sent.</param>
    /// <returns>The outcome of the alert.</returns>
    /// <exception cref="ArgumentException">Thrown when the alert has no message or no type, or an argument is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<AlertResult> SendStrategyAlertAsync(StrategyAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default);

    /// <summary>Sends advice to the driver.</summary>
    /// <inheritdoc cref="SendStrategyAlertAsync"/>
    Task<AlertResult> SendCoachingAlertAsync(CoachingAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default);

    /// <summary>Sends an alert that must be heard before anything else.</summary>
    /// <inheritdoc cref="SendStrategyAlertAsync"/>
    Task<AlertResult> SendCriticalAlertAsync(CriticalAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default);

    /// <summary>Sends several alerts in one message.</summary>
    /// <param name="batch">The alerts.</param>
    /// <param name="recipient">Who they are for.</param>
    /// <param name="cancellationToken">Cancels the batch. A message or call that Twilio already accepted stays sent.</param>
    /// <returns>The outcome of the batch.</returns>
    /// <inheritdoc cref="SendStrategyAlertAsync"/>
    Task<AlertResult> SendBatchAsync(AlertBatch batch, AlertRecipient recipient, CancellationToken cancellationToken = default);
}
