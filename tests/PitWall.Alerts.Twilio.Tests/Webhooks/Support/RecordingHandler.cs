using System.Collections.Concurrent;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

internal sealed class RecordingHandler : IDeliveryStatusHandler, IInboundMessageHandler
{
    private readonly ConcurrentQueue<MessageStatusUpdate> _messages = new();
    private readonly ConcurrentQueue<CallStatusUpdate> _calls = new();
    private readonly ConcurrentQueue<InboundMessage> _inbound = new();

    public IEnumerable<MessageStatusUpdate> Messages => _messages;

    public IEnumerable<CallStatusUpdate> Calls => _calls;

    public IEnumerable<InboundMessage> Inbound => _inbound;

    public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken)
    {
        _messages.Enqueue(update);
        return Task.CompletedTask;
    }

    public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken)
    {
        _calls.Enqueue(update);
        return Task.CompletedTask;
    }

    public Task OnMessageAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        _inbound.Enqueue(message);
        return Task.CompletedTask;
    }
}
