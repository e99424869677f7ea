using PitWall.Alerts.Twilio.Tests.Api.Transmit;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>Somebody still holds the services when their provider is gone: whatever is sent then has an end, and the ledger says the same.</summary>
public class AfterDisposalTests
{
    [Theory]
    [InlineData(Creates.To, SuppressionReason.ShuttingDown)]
    [InlineData("12", SuppressionReason.InvalidNumber)]
    public async Task Send_SomeHadWaitedBefore_IsToldWhyItWasNotSent(string to, SuppressionReason reason)
    {
        var host = new WireHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 20);
        var (alerts, ledger) = (host.Alerts, host.Ledger);
        await Task.WhenAll(host.SendAsync("Lap 12"), host.SendAsync("Lap 13"));
        await host.DisposeAsync();

        var result = await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box"), to);

        (result.Outcome, result.Reason).Should().Be((AlertOutcome.Suppressed, reason));
        ledger.Find(result.AlertId!)!.Reason.Should().Be(reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_NoneHadWaitedBefore_IsToldWhyItWasNotSent(bool hadSent)
    {
        var host = new WireHost();
        var (alerts, queue, ledger) = (host.Alerts, host.Queue, host.Ledger);
        if (hadSent)
            await host.SendAsync("Lap 12");

        await host.DisposeAsync();

        var result = await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box"), Creates.To);
        var queued = await DeliveryHost.EndAsync(queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To));

        (result.Outcome, result.Reason).Should().Be((AlertOutcome.Suppressed, SuppressionReason.ShuttingDown));
        (queued.Outcome, queued.Reason).Should().Be((AlertOutcome.Suppressed, SuppressionReason.ShuttingDown));
        ledger.Find(result.AlertId!)!.Reason.Should().Be(SuppressionReason.ShuttingDown);
    }
}
