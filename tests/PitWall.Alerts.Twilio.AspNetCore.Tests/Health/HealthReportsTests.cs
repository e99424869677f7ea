using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class HealthReportsTests
{
    [Fact]
    public async Task GetAsync_ClientThatBlocksItsThread_HoldsUpNoOtherCaller()
    {
        using var client = new BlockingClient();
        var sut = new HealthReports(TimeSpan.FromMinutes(1), new ManualTimeProvider());
        var first = Task.Run(() => sut.GetAsync(client, CancellationToken.None));
        await client.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        var second = Task.Run(() => sut.GetAsync(client, new CancellationToken(canceled: true)));

        await second.WaitAsync(TimeSpan.FromSeconds(30)).Awaiting(static wait => wait).Should().ThrowAsync<OperationCanceledException>();
        client.Release();
        (await first.WaitAsync(TimeSpan.FromSeconds(30))).IsReachable.Should().BeTrue();
    }

    private sealed class BlockingClient : ITwilioAlertClient, IDisposable
    {
        private readonly ManualResetEventSlim _released = new();

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsConfigured => true;

        public void Release() => _released.Set();

        public Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default)
        {
            Asked.TrySetResult();
            _released.Wait(CancellationToken.None);
            return Task.FromResult(new TwilioHealthReport { IsConfigured = true, IsReachable = true });
        }

        public Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose()
        {
            _released.Set();
            _released.Dispose();
        }
    }
}
