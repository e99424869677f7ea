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
}
