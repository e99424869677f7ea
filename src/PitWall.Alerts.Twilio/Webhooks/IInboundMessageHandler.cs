namespace PitWall.Alerts.Twilio;

/// <summary>
/// Receives inbound messages. Register as many handlers as needed, with any lifetime; for a named account, with its name as service key.
/// </summary>
/// <remarks>
/// Each message is passed on once. An exception from a handler is logged and goes no further. Handlers run on the thread pool, and for
/// several messages at the same time: a singleton must be thread-safe. Twilio waits for them, so do long work elsewhere. To reply, send a
/// message; Twilio itself replies to STOP, START and HELP.
/// </remarks>
public interface IInboundMessageHandler
{
    /// <summary>Called when someone has sent a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the request is aborted or <see cref="WebhookOptions.HandlerTimeout"/> has passed.
    /// </param>
    /// <returns>A task that completes when the message is handled.</returns>
    Task OnMessageAsync(InboundMessage message, CancellationToken cancellationToken);
}
