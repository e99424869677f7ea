namespace PitWall.Alerts.Twilio;

/// <summary>
/// Hears what becomes of messages and calls. Register as many as needed, with any lifetime; for a named account under its name as
/// service key.
/// </summary>
/// <remarks>
/// Each status of a message or call is told once, and never one that lies behind another that was told: duplicates, replays and late
/// reports are held back. What a handler throws is logged and goes no further. It runs on the thread pool. Twilio waits meanwhile, so long work belongs
/// elsewhere.
/// </remarks>
public interface IDeliveryStatusHandler
{
    /// <summary>A message has come further or has ended.</summary>
    /// <param name="update">What is known.</param>
    /// <param name="cancellationToken">Cancelled when the request is given up or <see cref="WebhookOptions.HandlerTimeout"/> has passed.</param>
    /// <returns>A task that ends when the update is handled.</returns>
    Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken);

    /// <summary>A call has come further or has ended.</summary>
    /// <param name="update">What is known.</param>
    /// <param name="cancellationToken">Cancelled when the request is given up or <see cref="WebhookOptions.HandlerTimeout"/> has passed.</param>
    /// <returns>A task that ends when the update is handled.</returns>
    Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken);
}
