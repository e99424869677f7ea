using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class TwilioWebhooksTests
{
    private static readonly string Sid = WebhookBench.MessageSid(1);

    [Fact]
    public async Task ReceiveStatusAsync_AlertNamedInTheUrl_ReachesItsEntryAndTheHandlers()
    {
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services.AddSingleton<IDeliveryStatusHandler>(handler));
        bench.Accept(bench.Open("alert-1"), Sid);

        var answer = await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "delivered", "alert-1"));

        answer.StatusCode.Should().Be(204);
        var entry = bench.Ledger.Find("alert-1")!;
        entry.MessageStatus.Should().Be(MessageStatus.Delivered);
        entry.Times.Keys.Should().BeEquivalentTo([AlertStep.Decided, AlertStep.Admitted, AlertStep.Accepted, AlertStep.Sent, AlertStep.Delivered]);
        var update = handler.Messages.Should().ContainSingle().Subject;
        update.AlertId.Should().Be("alert-1");
        update.To.Should().Be(WebhookBench.Phone);
        update.IsPolled.Should().BeFalse();
    }

    [Fact]
    public async Task ReceiveStatusAsync_OnlyTheSidKnown_FindsTheAlert()
    {
        await using var bench = new WebhookBench();
        bench.Accept(bench.Open("alert-1"), Sid);

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "sent"));

        bench.Ledger.Find("alert-1")!.MessageStatus.Should().Be(MessageStatus.Sent);
    }

    [Fact]
    public async Task ReceiveStatusAsync_BeforeTheSidIsKnown_IsKeptForTheAlert()
    {
        await using var bench = new WebhookBench();
        var record = bench.Open("alert-1");
        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "sent"));
        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "undelivered", errorCode: 30003));

        bench.Accept(record, Sid);

        var entry = bench.Ledger.FindBySid(Sid)!;
        entry.Outcome.Should().Be(AlertOutcome.Accepted);
        entry.MessageStatus.Should().Be(MessageStatus.Undelivered);
        entry.ErrorCode.Should().Be(TwilioErrorCode.UnreachableHandset);
        entry.Detail.Should().Be(TwilioErrorCode.UnreachableHandset.Meaning);
        entry.Times.Should().ContainKeys(AlertStep.Sent, AlertStep.Ended).And.NotContainKey(AlertStep.Delivered);
    }

    [Fact]
    public async Task ReceiveStatusAsync_AnswerWasLost_ProvesThatTheAlertWasAccepted()
    {
        await using var bench = new WebhookBench();
        var record = bench.Open("alert-1");
        bench.Ledger.Close(record, new AlertResult { Outcome = AlertOutcome.Unknown, AlertId = "alert-1", Segments = 2 }, bench.Clock.GetUtcNow());

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "delivered", "alert-1"));

        var entry = bench.Ledger.FindBySid(Sid)!;
        entry.Outcome.Should().Be(AlertOutcome.Accepted);
        entry.Times.Should().NotContainKey(AlertStep.Ended);
        var summary = bench.Ledger.Summarize();
        summary.ByOutcome.Should().BeEquivalentTo(new Dictionary<AlertOutcome, long> { [AlertOutcome.Accepted] = 1 });
        summary.Segments.Should().Be(2);
    }

    [Fact]
    public async Task ReceiveStatusAsync_CreateUnderWay_IsToldItsSid()
    {
        await using var bench = new WebhookBench();
        using var expectation = bench.Get<CallbackSettlements>().Expect("alert-1");

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "queued", "alert-1"));

        expectation.Sid.Should().Be(Sid);
    }

    [Fact]
    public async Task ReceiveStatusAsync_ContradictionOfAnEnd_IsLoggedAndNotApplied()
    {
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services.AddSingleton<IDeliveryStatusHandler>(handler));
        bench.Accept(bench.Open("alert-1"), Sid);
        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "failed", "alert-1", 30008));

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "delivered", "alert-1"));

        bench.Ledger.Find("alert-1")!.MessageStatus.Should().Be(MessageStatus.Failed);
        bench.Ledger.Find("alert-1")!.Times.Should().NotContainKey(AlertStep.Delivered);
        bench.Log.Count(AlertEventIds.StatusContradiction).Should().Be(1);
        handler.Messages.Select(update => update.Status).Should().Equal(MessageStatus.Failed);
    }

    [Fact]
    public async Task ReceiveStatusAsync_WhatsAppWindowClosed_CountsAsNotDelivered()
    {
        await using var bench = new WebhookBench();
        bench.Accept(bench.Open("alert-1", AlertChannel.WhatsApp), Sid);

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "failed", "alert-1", 63016));

        var entry = bench.Ledger.Find("alert-1")!;
        entry.ErrorCode.Should().Be(TwilioErrorCode.WhatsAppWindowClosed);
        entry.Times.Should().ContainKey(AlertStep.Ended).And.NotContainKey(AlertStep.Delivered);
        bench.Ledger.Summarize().ByMessageStatus.Should().Contain(MessageStatus.Failed, 1);
    }

    [Fact]
    public async Task ReceiveStatusAsync_OptOutToldByAFailure_IsRemembered()
    {
        await using var bench = new WebhookBench();

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "failed", errorCode: 21610));

        bench.OptOuts.Contains(E164PhoneNumber.Parse(WebhookBench.Phone, null), AlertChannel.Sms).Should().BeTrue();
    }

    [Fact]
    public async Task ReceiveStatusAsync_SecondMessageOfAnAlert_LeavesTheFirstAlone()
    {
        await using var bench = new WebhookBench();
        bench.Accept(bench.Open("alert-1"), Sid);

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(WebhookBench.MessageSid(2), "undelivered", "alert-1", 30003));

        bench.Ledger.Find("alert-1")!.MessageStatus.Should().Be(MessageStatus.Unknown);
        bench.Log.Count(AlertEventIds.SecondMessageOfAlert).Should().Be(1);
    }

    [Fact]
    public async Task ReceiveStatusAsync_ReplayAfterTheBookForgot_IsNotToldAgain()
    {
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(
            options => options.Webhooks.Remembered = 100,
            services => services.AddSingleton<IDeliveryStatusHandler>(handler));
        bench.Accept(bench.Open("alert-1"), Sid);
        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "delivered", "alert-1"));
        for (var i = 2; i <= 102; i++)
            await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(WebhookBench.MessageSid(i), "sent"));

        await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "sent", "alert-1"));

        bench.Get<StatusBook<MessageStatus>>().Count.Should().Be(100);
        handler.Messages.Where(update => update.MessageSid == Sid).Select(update => update.Status).Should().Equal(MessageStatus.Delivered);
    }

    [Fact]
    public async Task ReceiveStatusAsync_Call_ReachesItsEntryAndTheHandlers()
    {
        var sid = WebhookBench.CallSid(1);
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services.AddSingleton<IDeliveryStatusHandler>(handler));
        bench.Accept(bench.Open("alert-1", AlertChannel.Voice), sid);

        foreach (var status in (string[])["ringing", "initiated", "completed", "in-progress"])
        {
            await bench.Webhooks.ReceiveStatusAsync(WebhookBench.Signed(
                WebhookBench.Url + "?alert=alert-1", ("CallSid", sid), ("CallStatus", status), ("CallDuration", "9"),
                ("Timestamp", "Sun, 01 Mar 2026 14:00:05 +0000")));
        }

        bench.Ledger.Find("alert-1")!.CallStatus.Should().Be(CallStatus.Completed);
        bench.Ledger.Find("alert-1")!.Times.Should().ContainKeys(AlertStep.Sent, AlertStep.Delivered);
        handler.Calls.Select(update => update.Status).Should().Equal(CallStatus.Ringing, CallStatus.Completed);
        handler.Calls.Last().Duration.Should().Be(TimeSpan.FromSeconds(9));
        handler.Calls.Last().HappenedAt.Should().Be(new DateTimeOffset(2026, 3, 1, 14, 0, 5, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("MessageStatus")]
    [InlineData("MessageSid")]
    public async Task ReceiveStatusAsync_SignedButNoStatus_IsABadRequest(string missing)
    {
        await using var bench = new WebhookBench();
        (string, string)[] fields = [("MessageSid", Sid), ("MessageStatus", "sent")];

        var answer = await bench.Webhooks.ReceiveStatusAsync(
            WebhookBench.Signed(WebhookBench.Url, [.. fields.Where(field => field.Item1 != missing)]));

        answer.StatusCode.Should().Be(400);
    }

    [Fact]
    public async Task ReceiveStatusAsync_ForeignAccount_IsForbidden()
    {
        await using var bench = new WebhookBench();

        var answer = await bench.Webhooks.ReceiveStatusAsync(WebhookBench.SignedWith(
            WebhookBench.Token, WebhookBench.Url, ("AccountSid", "AC" + new string('0', 32)), ("MessageSid", Sid), ("MessageStatus", "sent")));

        answer.StatusCode.Should().Be(403);
    }

    [Fact]
    public async Task ReceiveStatusAsync_TokenBeingRotated_IsTakenBesideTheNewOne()
    {
        await using var bench = new WebhookBench(options => options.Webhooks.AdditionalAuthTokens = ["older-token"]);
        var request = WebhookBench.SignedWith(
            "older-token", WebhookBench.Url, ("AccountSid", WebhookBench.Account), ("MessageSid", Sid), ("MessageStatus", "sent"));

        var answer = await bench.Webhooks.ReceiveStatusAsync(request);

        answer.StatusCode.Should().Be(204);
    }

    [Fact]
    public async Task ReceiveStatusAsync_ApiKeyWithoutToken_RefusesEverythingAndSaysWhy()
    {
        await using var bench = new WebhookBench(options =>
        {
            (options.AuthToken, options.ApiKeySid, options.ApiKeySecret) = (null, "SK" + new string('1', 32), "secret-of-the-key");
        });
        var request = WebhookBench.SignedWith(
            "secret-of-the-key", WebhookBench.Url, ("AccountSid", WebhookBench.Account), ("MessageSid", Sid), ("MessageStatus", "sent"));

        var answer = await bench.Webhooks.ReceiveStatusAsync(request);

        answer.StatusCode.Should().Be(403);
        bench.Log.Count(AlertEventIds.NoTokenForWebhooks).Should().Be(1);
        bench.Log.Count(AlertEventIds.WebhookRefused).Should().Be(1);
    }

    [Fact]
    public async Task ReceiveStatusAsync_FloodOfForgeries_FillsNoLog()
    {
        await using var bench = new WebhookBench();
        var forged = WebhookBench.SignedWith("another-token", WebhookBench.Url, ("MessageSid", Sid), ("MessageStatus", "sent"));

        for (var i = 0; i < 1_000; i++)
            await bench.Webhooks.ReceiveStatusAsync(forged);
        bench.Clock.Advance(TimeSpan.FromSeconds(11));
        await bench.Webhooks.ReceiveStatusAsync(forged);

        bench.Log.Lines.Where(line => line.EventId == AlertEventIds.WebhookRefused).Should().HaveCount(2)
            .And.Subject.Last().Text.Should().Contain("999 more");
    }

    [Fact]
    public async Task ReceiveStatusAsync_HandlerThatThrows_DisturbsNobody()
    {
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services
            .AddScoped<IDeliveryStatusHandler, ThrowingHandler>()
            .AddSingleton<IDeliveryStatusHandler>(handler));

        var answer = await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "sent"));

        answer.StatusCode.Should().Be(204);
        handler.Messages.Should().ContainSingle();
        bench.Log.Count(AlertEventIds.HandlerFailed).Should().Be(1);
    }

    [Fact]
    public async Task ReceiveStatusAsync_HandlerThatHangs_IsLeftToItself()
    {
        var handler = new HangingHandler();
        await using var bench = new WebhookBench(services: services => services.AddSingleton<IDeliveryStatusHandler>(handler));

        var answer = bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "sent"));
        await handler.Called.Task.WaitAsync(TimeSpan.FromSeconds(30));
        bench.Clock.Advance(TimeSpan.FromSeconds(10));

        (await answer.WaitAsync(TimeSpan.FromSeconds(30))).StatusCode.Should().Be(204);
        handler.Token.IsCancellationRequested.Should().BeTrue();
        bench.Log.Count(AlertEventIds.HandlerFailed).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReceiveStatusAsync_HandlerThatFailsToBeDisposed_IsNoAnswer(bool hangs)
    {
        var disposing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = new WebhookBench(services: services => services.AddScoped<IDeliveryStatusHandler>(_ => new Undisposable(disposing, hangs)));

        var answer = bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "sent"));
        await disposing.Task.WaitAsync(TimeSpan.FromSeconds(30));
        if (hangs)
        {
            await bench.Clock.WaitForTimersAsync().WaitAsync(TimeSpan.FromSeconds(30));
            bench.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        (await answer.WaitAsync(TimeSpan.FromSeconds(30))).StatusCode.Should().Be(204);
        bench.Log.Count(AlertEventIds.HandlerFailed).Should().Be(1);
    }

    [Theory]
    [InlineData("", TwilioSignatureVerdict.MissingBodyHash)]
    [InlineData("get", TwilioSignatureVerdict.Valid)]
    [InlineData("GET", TwilioSignatureVerdict.Valid)]
    public async Task Verify_NoBody_IsAQueryWhereItIsAGet(string method, TwilioSignatureVerdict verdict)
    {
        await using var bench = new WebhookBench();
        var url = WebhookBench.Url + "?CallSid=CA1";

        bench.Webhooks.Verify(new TwilioWebhookRequest
        {
            Url = url,
            Method = method,
            ContentType = method.Length == 0 ? null : "application/x-www-form-urlencoded",
            Signature = TwilioSignature.Compute(url, [], WebhookBench.Token),
        }).Should().Be(verdict);
    }

    [Fact]
    public async Task Verify_Json_NeedsTheHashOfItsBody()
    {
        await using var bench = new WebhookBench();
        var body = "{\"a\":1}"u8.ToArray();
        var url = WebhookBench.Url + "?bodySHA256=" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body));
        TwilioWebhookRequest Request(string to, byte[] content) => new()
        {
            Url = to,
            ContentType = "application/json",
            Body = content,
            Signature = TwilioSignature.Compute(to, [], WebhookBench.Token),
        };

        bench.Webhooks.Verify(Request(url, body)).Should().Be(TwilioSignatureVerdict.Valid);
        bench.Webhooks.Verify(Request(url, [.. body, (byte)' '])).Should().Be(TwilioSignatureVerdict.BodyMismatch);
        bench.Webhooks.Verify(Request(WebhookBench.Url, body)).Should().Be(TwilioSignatureVerdict.MissingBodyHash);
    }

    private sealed class ThrowingHandler : IDeliveryStatusHandler
    {
        public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken) => throw new InvalidOperationException("Mine.");

        public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => throw new InvalidOperationException("Mine.");
    }

    private sealed class HangingHandler : IDeliveryStatusHandler
    {
        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Token { get; private set; }

        public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            Called.SetResult();
            return new TaskCompletionSource().Task;
        }

        public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Undisposable(TaskCompletionSource disposing, bool hangs) : IDeliveryStatusHandler, IAsyncDisposable
    {
        public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            disposing.SetResult();
            return hangs ? new(new TaskCompletionSource().Task) : throw new InvalidOperationException("The database is gone.");
        }
    }
}
