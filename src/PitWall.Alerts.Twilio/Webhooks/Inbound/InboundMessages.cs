using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Takes messages that people write: minds the opt-out list, then tells the handlers, each message once.</summary>
internal sealed class InboundMessages(IOptOutList optOuts, HandlerCalls handlers, ILogger logger)
{
    /// <summary>Far more than arrive while one of them could be repeated.</summary>
    private const int Remembered = 10_000;

    private readonly BoundedSet<string> _seen = new(Remembered, StringComparer.Ordinal);

    public async Task ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        // A replayed STOP must not undo a START that came after it.
        if (!_seen.Add(message.MessageSid))
            return;

        MindOptOut(message);
        await handlers
            .TellAsync<IInboundMessageHandler>((handler, token) => handler.OnMessageAsync(message, token), cancellationToken)
            .ConfigureAwait(false);
    }

    private void MindOptOut(InboundMessage message)
    {
        if (!message.Sender.HasValue || message.Keyword is OptOutKeyword.None or OptOutKeyword.Help)
            return;

        if (message.Keyword == OptOutKeyword.Stop)
            optOuts.Add(message.Sender, message.Channel);
        else
            optOuts.Remove(message.Sender, message.Channel);

        AlertLog.OptOutChanged(logger, message.Sender.ToRedactedString(), message.Keyword.ToString(), message.Channel);
    }
}
