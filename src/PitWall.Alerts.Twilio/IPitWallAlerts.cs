namespace PitWall.Alerts.Twilio;

/// <summary>Sends alerts to people. This is what strategy code injects. Thread-safe.</summary>
/// <remarks>
/// A delivery problem never throws: it is an <see cref="AlertResult"/>. What does throw is a wrong argument
/// (<see cref="ArgumentException"/>) and the caller's own cancellation (<see cref="OperationCanceledException"/>).
/// </remarks>
public interface IPitWallAlerts
{
    /// <summary>Sends a decision of the strategist.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="recipient">Who it is for; a phone number string means an SMS.</param>
    /// <param name="cancellationToken">Gives the alert up. What was already accepted by Twilio stays sent.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">Thrown when the alert has no message or no type, or an argument is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<AlertResult> SendStrategyAlertAsync(StrategyAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default);

    /// <summary>Sends advice to the driver.</summary>
    /// <inheritdoc cref="SendStrategyAlertAsync"/>
    Task<AlertResult> SendCoachingAlertAsync(CoachingAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default);

    /// <summary>Sends something that must be heard before anything else.</summary>
    /// <inheritdoc cref="SendStrategyAlertAsync"/>
    Task<AlertResult> SendCriticalAlertAsync(CriticalAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default);

    /// <summary>Sends several alerts in one message.</summary>
    /// <param name="batch">The alerts.</param>
    /// <param name="recipient">Who they are for.</param>
    /// <param name="cancellationToken">Gives the batch up. What was already accepted by Twilio stays sent.</param>
    /// <returns>What became of it.</returns>
    /// <inheritdoc cref="SendStrategyAlertAsync"/>
    Task<AlertResult> SendBatchAsync(AlertBatch batch, AlertRecipient recipient, CancellationToken cancellationToken = default);
}
