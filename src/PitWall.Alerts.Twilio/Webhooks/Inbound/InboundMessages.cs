using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Processes inbound messages: updates the opt-out list, then calls the handlers, once for each message.</summary>
internal sealed class InboundMessages(IOptOutList optOuts, HandlerCalls handlers, ILogger logger)
{
    /// <summary>Far more than arrive while one of them could be repeated.</summary>
    private const int Remembered = 10_000;

    private readonly BoundedSet<string> _minded = new(Remembered, StringComparer.Ordinal);
    private readonly BoundedSet<string> _told = new(Remembered, StringComparer.Ordinal);

    /// <remarks>
    /// An exception from the opt-out list is passed on to the caller after the handlers were called: the message then does not count as
    /// received, and a STOP that comes again is processed.
    /// </remarks>
    public async Task ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        // A replayed STOP must not undo a START that came after it.
        if (!_minded.Add(message.MessageSid))
            return;

        var failure = TryMindOptOut(message);
        if (failure is not null)
            _minded.Remove(message.MessageSid);

        if (_told.Add(message.MessageSid))
        {
            await handlers
                .TellAsync<IInboundMessageHandler>((handler, token) => handler.OnMessageAsync(message, token), cancellationToken)
                .ConfigureAwait(false);
        }

        failure?.Throw();
    }

    private ExceptionDispatchInfo? TryMindOptOut(InboundMessage message)
    {
        try
        {
            MindOptOut(message);
            return null;
        }
#pragma warning disable CA1031 // The list may be the host's. It is thrown again once the handlers were told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return ExceptionDispatchInfo.Capture(e);
        }
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
