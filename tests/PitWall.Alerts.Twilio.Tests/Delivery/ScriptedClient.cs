namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>A host's own client, which does what a test says. Every text is taken unless it says otherwise.</summary>
internal sealed class ScriptedClient : ITwilioAlertClient
{
    private int _last;

    public Func<SmsMessage, Task<MessageReceipt?>>? OnSms { get; set; }

    public int Sent => _last;

    public Func<bool>? OnIsConfigured { get; set; }

    public bool IsConfigured => OnIsConfigured?.Invoke() ?? true;

    public Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default) =>
        OnSms is { } send ? send(message) : Task.FromResult<MessageReceipt?>(Taken());

    public Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public MessageReceipt Taken() => new() { Sid = $"SM{Interlocked.Increment(ref _last):x32}" };
}
