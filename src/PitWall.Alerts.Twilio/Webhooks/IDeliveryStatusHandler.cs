namespace PitWall.Alerts.Twilio;

/// <summary>
/// Receives the status of messages and calls. Register as many handlers as needed, with any lifetime; for a named account, with its
/// name as service key.
/// </summary>
/// <remarks>
/// Each status of a message or call is passed on once, and never after a later one: duplicates, replays and late reports are held
/// back. An exception from a handler is logged and goes no further. Handlers run on the thread pool, one status of a message or call after
/// the other, and those of different ones at the same time: a singleton must be thread-safe. Twilio waits for them, so do long work
/// elsewhere.
/// </remarks>
public interface IDeliveryStatusHandler
{
    /// <summary>Called when a message has a new status.</summary>
    /// <param name="update">The new status.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the request is aborted or <see cref="WebhookOptions.HandlerTimeout"/> has passed.
    /// </param>
    /// <returns>A task that completes when the update is handled.</returns>
    Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken);

    /// <summary>Called when a call has a new status.</summary>
    /// <param name="update">The new status.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the request is aborted or <see cref="WebhookOptions.HandlerTimeout"/> has passed.
    /// </param>
    /// <returns>A task that completes when the update is handled.</returns>
    Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken);
}
