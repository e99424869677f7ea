using System.Globalization;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

[Collection("Memory is measured alone")]
[CollectionDefinition("Memory is measured alone", DisableParallelization = true)]
public class MemoryTests
{
    private const long Megabyte = 1024 * 1024;
    private const int Half = 500_000;
    private const int Quarter = 250_000;

    [Fact]
    public async Task MillionSuppressedAlerts_DuplicatesAndRateLimited_LeaveABoundedRest()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Limits.Recipient = new RateOptions { PerMinute = 1, Burst = 1 });
        host.Client.OnSms = _ => new TaskCompletionSource<MessageReceipt?>().Task;
        host.Enqueue();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < Half; i++)
            host.Enqueue();

        for (var i = 0; i < Half; i++)
            host.Enqueue(i.ToString(CultureInfo.InvariantCulture));

        // 10,000 entries of the ledger and 10,000 duplicates that wait for their leader, at about a kilobyte each.
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(40 * Megabyte);
        var summary = host.Ledger.Summarize();
        summary.Raised.Should().Be((2 * Half) + 1);
        summary.ByReason[SuppressionReason.RateLimited].Should().Be(Half);
        summary.ByReason[SuppressionReason.Duplicate].Should().Be(Half - 10_000);
    }

    [Fact]
    public async Task MillionSuppressedAlerts_SupersededRefusedExpiredAndBelowTheFloor_LeaveABoundedRest()
    {
        await using var host = new DeliveryHost(o => (o.Delivery.Queue.Capacity, o.Delivery.LowestSeverity) = (1, AlertSeverity.Medium));
        host.Client.OnSms = _ => new TaskCompletionSource<MessageReceipt?>().Task;
        host.Occupy();
        host.Enqueue("first", AlertSeverity.High, topic: "gap");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < Quarter; i++)
        {
            var text = i.ToString(CultureInfo.InvariantCulture);
            host.Enqueue(text, AlertSeverity.High, topic: "gap");
            host.Enqueue("full " + text);
            host.Enqueue("low " + text, AlertSeverity.Low);
            host.Enqueue("late " + text, validFor: TimeSpan.FromMilliseconds(1));
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(40 * Megabyte);
        var reasons = host.Ledger.Summarize().ByReason;
        reasons[SuppressionReason.Superseded].Should().Be(Quarter);
        reasons[SuppressionReason.QueueFull].Should().Be(Quarter);
        reasons[SuppressionReason.BelowSeverity].Should().Be(Quarter);
        reasons[SuppressionReason.Expired].Should().Be(Quarter);
    }
}
