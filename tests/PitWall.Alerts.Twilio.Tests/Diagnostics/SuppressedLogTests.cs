using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Tests.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

/// <summary>How loudly it is logged that an alert was held back.</summary>
public class SuppressedLogTests
{
    [Fact]
    public async Task Critical_HeldBack_IsAWarningThatSaysWhy()
    {
        using var logs = new LogCollector();
        await using var host = new DeliveryHost(add: logs.AddTo);

        var result = await host.Alerts.SendAsync(new CriticalAlert("Red flag"), "+1555");

        var line = logs.Ours.Single(static l => l.EventId == AlertEventIds.AlertSuppressed);
        line.Level.Should().Be(LogLevel.Warning);
        line.Text.Should().Be($"Critical alert {result.AlertId} to an unreadable number was held back: InvalidNumber. {result.Detail}");
    }

    [Fact]
    public async Task Strategy_HeldBack_IsInformation()
    {
        using var logs = new LogCollector();
        await using var host = new DeliveryHost(add: logs.AddTo);

        await host.Alerts.SendAsync(new StrategyAlert(StrategyAlertType.Fuel, "Fuel for 5 laps"), "+1555");

        logs.Ours.Single(static l => l.EventId == AlertEventIds.AlertSuppressed).Level.Should().Be(LogLevel.Information);
    }

    [Fact]
    public async Task Critical_Duplicate_IsInformation()
    {
        using var logs = new LogCollector();
        await using var host = new DeliveryHost(static o => o.Delivery.Queue.SmsSegmentsPerSecond = 0, logs.AddTo);
        await host.Alerts.SendAsync(new CriticalAlert("Red flag"), AlertHost.Phone);

        await host.Alerts.SendAsync(new CriticalAlert("Red flag"), AlertHost.Phone);

        logs.Ours.Single(static l => l.EventId == AlertEventIds.AlertSuppressed).Level.Should().Be(LogLevel.Information);
    }
}
