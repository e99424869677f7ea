namespace PitWall.Alerts.Twilio;

/// <summary>
/// Hears messages that people write. Register as many as needed, with any lifetime; for a named account under its name as service key.
/// </summary>
/// <remarks>
/// Each message is told once. What a handler throws is logged and goes no further. Twilio waits meanwhile, so long work belongs
/// elsewhere. To reply, send a message; to STOP, START and HELP Twilio replies itself.
/// </remarks>
public interface IInboundMessageHandler
{
    /// <summary>Somebody wrote a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancelled when the request is given up or <see cref="WebhookOptions.HandlerTimeout"/> has passed.</param>
    /// <returns>A task that ends when the message is handled.</returns>
    Task OnMessageAsync(InboundMessage message, CancellationToken cancellationToken);
}
