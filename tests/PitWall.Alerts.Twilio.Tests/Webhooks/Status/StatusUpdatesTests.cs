using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Tests.Webhooks.Status;

public sealed class StatusUpdatesTests : IAsyncDisposable
{
    private const int Remembered = 100;

    private static readonly string Message = WebhookBench.MessageSid(1);
    private static readonly string Call = WebhookBench.CallSid(1);

    private readonly RecordingHandler _handler = new();
    private readonly WebhookBench _bench;

    public StatusUpdatesTests() => _bench = new WebhookBench(
        options => options.Webhooks.Remembered = Remembered,
        services => services.AddSingleton<IDeliveryStatusHandler>(_handler));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task ReceiveStatusAsync_AnyMessageReport_IsLoggedWithItsVerdict()
    {
        _bench.Accept(_bench.Open("alert-1"), Message);

        foreach (var status in new[] { "sent", "sent", "queued", "queued", "receiving", "delivered", "failed" })
            await _bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Message, status));

        Verdicts().Should().Equal("Sent (Advance)", "Sent (Duplicate)", "Queued (Late)", "Queued (Duplicate)", "Receiving (Irrelevant)", "Delivered (Advance)");
        _bench.Log.Count(AlertEventIds.StatusContradiction).Should().Be(1);
        _handler.Messages.Select(update => update.Status).Should().Equal(MessageStatus.Sent, MessageStatus.Delivered);
    }

    [Fact]
    public async Task ReceiveStatusAsync_AnyCallReport_IsLoggedWithItsVerdict()
    {
        _bench.Accept(_bench.Open("alert-1", AlertChannel.Voice), Call);

        foreach (var status in new[] { "ringing", "ringing", "initiated", "completed", "busy" })
            await _bench.Webhooks.ReceiveStatusAsync(CallCallback(Call, status));

        Verdicts().Should().Equal("Ringing (Advance)", "Ringing (Duplicate)", "Initiated (Late)", "Completed (Advance)");
        _bench.Log.Count(AlertEventIds.StatusContradiction).Should().Be(1);
        _handler.Calls.Select(update => update.Status).Should().Equal(CallStatus.Ringing, CallStatus.Completed);
        _bench.Ledger.Find("alert-1")!.CallStatus.Should().Be(CallStatus.Completed);
    }

    [Fact]
    public async Task ReceiveStatusAsync_CallReportReplayedAfterTheBookForgot_IsNotToldAgain()
    {
        _bench.Accept(_bench.Open("alert-1", AlertChannel.Voice), Call);
        await _bench.Webhooks.ReceiveStatusAsync(CallCallback(Call, "completed"));
        for (var i = 2; i <= Remembered + 2; i++)
            await _bench.Webhooks.ReceiveStatusAsync(CallCallback(WebhookBench.CallSid(i), "ringing"));

        await _bench.Webhooks.ReceiveStatusAsync(CallCallback(Call, "ringing"));
        await _bench.Webhooks.ReceiveStatusAsync(CallCallback(Call, "completed"));

        _handler.Calls.Count(update => update.CallSid == Call).Should().Be(1);
        _bench.Ledger.Find("alert-1")!.CallStatus.Should().Be(CallStatus.Completed);
    }

    [Fact]
    public async Task ReceiveStatusAsync_StatusOfSomethingReceived_MakesItNobodysMessage()
    {
        _bench.Open("alert-1");

        await _bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Message, "received", "alert-1"));

        _bench.Ledger.FindBySid(Message).Should().BeNull("what was received was not sent by an alert");
        _handler.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task ReceiveStatusAsync_UnknownCallStatus_MakesItNobodysCall()
    {
        _bench.Open("alert-1", AlertChannel.Voice);

        await _bench.Webhooks.ReceiveStatusAsync(CallCallback(Call, "dreaming", "alert-1"));

        _bench.Ledger.FindBySid(Call).Should().BeNull();
        _handler.Calls.Should().BeEmpty();
    }

    private IEnumerable<string> Verdicts() =>
        _bench.Log.Lines.Where(line => line.EventId == AlertEventIds.StatusReported).Select(line => line.Text[36..].Replace(" was reported", string.Empty, StringComparison.Ordinal).TrimEnd('.'));

    private static TwilioWebhookRequest CallCallback(string sid, string status, string? alertId = null) => WebhookBench.Signed(
        alertId is null ? WebhookBench.Url : $"{WebhookBench.Url}?alert={alertId}",
        ("CallSid", sid), ("CallStatus", status), ("To", WebhookBench.Phone), ("From", "+15125550100"));
}
