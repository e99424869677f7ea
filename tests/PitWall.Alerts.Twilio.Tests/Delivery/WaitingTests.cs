namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class WaitingTests
{
    private static readonly StrategyAlert Alert = new(StrategyAlertType.PitStop, "Box this lap");

    [Fact]
    public async Task Send_LongestWaitPassed_IsPendingAndTheLedgerKnowsTheEnd()
    {
        await using var host = new DeliveryHost(o =>
        {
            o.Delivery.Queue.SmsSegmentsPerSecond = 0.01;
            o.Delivery.LongestWait = TimeSpan.FromSeconds(30);
        });
        host.Occupy();
        var send = host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone);

        host.Time.Advance(TimeSpan.FromSeconds(30));
        var result = await send.WaitAsync(TimeSpan.FromSeconds(30));

        result.Outcome.Should().Be(AlertOutcome.Pending);
        result.Detail.Should().Contain("queue");
        host.Ledger.Find(result.AlertId!)!.Detail.Should().Contain("queue", "no hold is silent");
        host.Time.Advance(TimeSpan.FromSeconds(70));
        host.Ledger.Find(result.AlertId!)!.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task Send_RaceTimeStandsStill_WaitsNoLongerInRealTimeEither()
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        var send = host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone);

        host.Transport.Advance(TimeSpan.FromSeconds(30));

        (await send.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);
    }

    [Fact]
    public async Task Send_ManyWait_ShareOneTimer()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0.01);
        host.Occupy();
        var first = host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone);
        var timers = host.Time.TimerCount;

        var others = Enumerable.Range(0, 50).Select(i => host.Alerts.SendStrategyAlertAsync(Alert with { Message = $"Box in {i} laps" }, AlertHost.Phone)).ToList();

        host.Time.TimerCount.Should().Be(timers);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        var results = await Task.WhenAll(others.Append(first)).WaitAsync(TimeSpan.FromSeconds(30));
        results.Should().OnlyContain(r => r.Outcome == AlertOutcome.Pending);
    }

    [Fact]
    public async Task Send_CallerBlocksInItsContinuation_OthersGoOn()
    {
        await using var host = new DeliveryHost(o => (o.Delivery.Queue.SmsSegmentsPerSecond, o.Delivery.Queue.MaxConcurrency) = (0, 1));
        using var blocked = new ManualResetEventSlim();
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Client.OnSms = async _ =>
        {
            await answer.Task;
            return host.Client.Taken();
        };
        var first = host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone);
        var blocking = first.ContinueWith(_ => blocked.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var second = host.Alerts.SendStrategyAlertAsync(Alert with { Message = "Stay out" }, AlertHost.Phone);

        answer.SetResult();
        var result = await second.WaitAsync(TimeSpan.FromSeconds(20));

        result.IsAccepted.Should().BeTrue("what a caller does next is no business of the queue's");
        blocking.IsCompleted.Should().BeFalse();
        blocked.Set();
        await blocking;
    }

    [Fact]
    public async Task Send_TokenCancelledAfterTheEnd_ChangesNothing()
    {
        await using var host = new DeliveryHost();
        using var cancel = new CancellationTokenSource();
        var result = await host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone, cancel.Token);

        await cancel.CancelAsync();

        result.IsAccepted.Should().BeTrue();
        host.Ledger.Find(result.AlertId!)!.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task Dispose_WhileAnAlertIsUnderWayAndOthersWait_AnswersAllOfThem()
    {
        var host = new DeliveryHost(o => (o.Delivery.Queue.SmsSegmentsPerSecond, o.Delivery.Queue.MaxConcurrency) = (0, 1));
        host.Client.OnSms = _ => new TaskCompletionSource<MessageReceipt?>().Task;
        var underWay = host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone);
        var waiting = host.Alerts.SendStrategyAlertAsync(Alert with { Message = "Stay out" }, AlertHost.Phone);

        await host.DisposeAsync();

        (await underWay.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);
        (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).Reason.Should().Be(SuppressionReason.ShuttingDown);
    }
}
