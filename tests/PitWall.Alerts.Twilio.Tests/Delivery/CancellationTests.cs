namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class CancellationTests
{
    private static readonly StrategyAlert Alert = new(StrategyAlertType.PitStop, "Box this lap");

    [Fact]
    public async Task Send_TokenCancelledBefore_ThrowsAndNothingIsRaised()
    {
        await using var host = new DeliveryHost();

        var send = () => host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone, new CancellationToken(canceled: true));

        await send.Should().ThrowAsync<OperationCanceledException>();
        host.Ledger.Summarize().Raised.Should().Be(0);
    }

    [Fact]
    public async Task Send_CancelledWhileQueued_IsNeverSentAndTheLedgerSaysSo()
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        using var stop = new CancellationTokenSource();
        var send = host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone, stop.Token);

        await stop.CancelAsync();

        (await FluentActions.Awaiting(() => send).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(stop.Token);
        host.Ledger.Recent(1).Single().Reason.Should().Be(SuppressionReason.Cancelled);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        host.Client.Sent.Should().Be(1);
    }

    [Fact]
    public async Task Send_CancelledWhileItsRequestIsOut_ReturnsAtOnceAndTheLedgerTellsThatItWasAccepted()
    {
        await using var host = new DeliveryHost();
        var answer = new TaskCompletionSource<MessageReceipt?>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Client.OnSms = _ => answer.Task;
        using var stop = new CancellationTokenSource();
        var send = host.Alerts.SendStrategyAlertAsync(Alert, AlertHost.Phone, stop.Token);
        var id = host.Ledger.Recent(1).Single().Id;

        await stop.CancelAsync();
        await FluentActions.Awaiting(() => send.WaitAsync(TimeSpan.FromSeconds(30))).Should().ThrowAsync<OperationCanceledException>();
        host.Ledger.Find(id)!.Outcome.Should().Be(AlertOutcome.Pending);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var changes = host.Ledger.WatchAsync(deadline.Token).GetAsyncEnumerator(deadline.Token);
        var next = changes.MoveNextAsync();
        answer.SetResult(host.Client.Taken());
        await next;

        host.Ledger.Find(id)!.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task TryCancel_AfterTheEnd_ChangesNothing()
    {
        await using var host = new DeliveryHost();
        var handle = host.Enqueue();
        await DeliveryHost.EndAsync(handle);

        handle.TryCancel().Should().BeFalse();

        host.Ledger.Find(handle.Id)!.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task EnqueueAndCancel_FromManyThreads_EveryAlertHasOneEnd()
    {
        await using var host = new DeliveryHost(o =>
        {
            o.Delivery.Queue.SmsSegmentsPerSecond = 0;
            o.Delivery.Queue.MaxConcurrency = 4;
            o.Delivery.Deduplication.Strategy = TimeSpan.Zero;
        });
        host.Client.OnSms = async _ =>
        {
            await Task.Yield();
            return host.Client.Taken();
        };
        const int alerts = 4_000;
        var handles = new AlertHandle[alerts];
        var told = new bool[alerts];

        await Parallel.ForAsync(0, alerts, (i, _) =>
        {
            // Equal texts in groups, so that leaders and followers are cancelled too.
            handles[i] = host.Enqueue(FormattableString.Invariant($"Lap {i / 8}"), validFor: TimeSpan.FromMinutes(3));
            if (i % 3 == 0)
                told[i] = handles[i].TryCancel();

            return ValueTask.CompletedTask;
        });
        var results = await Task.WhenAll(handles.Select(DeliveryHost.EndAsync));

        for (var i = 0; i < alerts; i++)
        {
            if (told[i])
                results[i].Reason.Should().Be(SuppressionReason.Cancelled);
        }

        results.Count(r => r.IsAccepted).Should().Be(host.Client.Sent);
        var summary = host.Ledger.Summarize();
        summary.ByOutcome.Should().NotContainKey(AlertOutcome.Pending);
        summary.ByOutcome.Values.Sum().Should().Be(alerts);
    }
}
