using System.Collections.Concurrent;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>A client that only answers what became of messages and calls, and remembers when it was asked.</summary>
internal sealed class AskedClient(TimeProvider clock) : ITwilioAlertClient
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly ConcurrentQueue<(string Sid, double Seconds)> _asked = new();

    public IEnumerable<(string Sid, double Seconds)> Asked => _asked;

    public Func<string, MessageStatusReport?> Message { get; set; } = static sid => new MessageStatusReport { Sid = sid, Status = MessageStatus.Sent };

    public Func<string, CallStatusReport?> Call { get; set; } = static sid => new CallStatusReport { Sid = sid, Status = CallStatus.Ringing };

    public bool IsConfigured => true;

    public Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default)
    {
        Note(messageSid);
        return Task.FromResult(Message(messageSid));
    }

    public Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default)
    {
        Note(callSid);
        return Task.FromResult(Call(callSid));
    }

    public Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private void Note(string sid) => _asked.Enqueue((sid, (clock.GetUtcNow() - _start).TotalSeconds));
}
