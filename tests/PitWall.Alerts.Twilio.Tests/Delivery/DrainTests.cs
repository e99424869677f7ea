using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Tests.Diagnostics;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class DrainTests
{
    private readonly RecordingLogs _logs = new();

    [Fact]
    public async Task StopAsync_NothingLeft_EndsAtOnceAndSaysNothing()
    {
        await using var host = Host();
        await DeliveryHost.EndAsync(host.Enqueue());

        await Drain(host).StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        _logs.Entries.Should().NotContain(e => e.Id.Id == AlertEventIds.LeftAtShutdown);
    }

    [Fact]
    public async Task StopAsync_AlertsStillQueued_WaitsItsTimeThenEndsThemWithTheReason()
    {
        await using var host = Host();
        host.Occupy();
        var waiting = host.Enqueue();
        var stop = Drain(host).StopAsync(CancellationToken.None);

        await AdvanceUntilAsync(host, stop);

        (await DeliveryHost.EndAsync(waiting)).Reason.Should().Be(SuppressionReason.ShuttingDown);
        _logs.Entries.Single(e => e.Id.Id == AlertEventIds.LeftAtShutdown).Text.Should().Contain("1 alerts unsent");
        (await DeliveryHost.EndAsync(host.Enqueue("after"))).Reason.Should().Be(SuppressionReason.ShuttingDown);
    }

    [Fact]
    public async Task StopAsync_CriticalAlertUnderWay_IsWaitedFor()
    {
        await using var host = Host();
        var answer = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => answer.Task;
        var critical = host.Queue.Enqueue(new CriticalAlert("RED FLAG"), AlertHost.Phone);
        var stop = Drain(host).StopAsync(CancellationToken.None);
        stop.IsCompleted.Should().BeFalse();

        answer.SetResult(host.Client.Taken());
        var result = await DeliveryHost.EndAsync(critical);
        await AdvanceUntilAsync(host, stop);

        result.IsAccepted.Should().BeTrue();
        _logs.Entries.Should().NotContain(e => e.Id.Id == AlertEventIds.LeftAtShutdown);
    }

    [Fact]
    public async Task StopAsync_RequestStillOut_SaysHowManyMayOrMayNotArrive()
    {
        await using var host = Host();
        host.Client.OnSms = _ => new TaskCompletionSource<MessageReceipt?>().Task;
        var underWay = host.Enqueue();
        var waiting = new[] { host.Enqueue("two"), host.Enqueue("three") };
        var stop = Drain(host).StopAsync(CancellationToken.None);

        await AdvanceUntilAsync(host, stop);

        await Task.WhenAll(waiting.Select(DeliveryHost.EndAsync));
        underWay.Completion.IsCompleted.Should().BeFalse("nobody knows yet");
        _logs.Entries.Single(e => e.Id.Id == AlertEventIds.LeftAtShutdown).Text.Should().Contain("2 alerts unsent and 1 on their way");
    }

    [Fact]
    public async Task Dispose_WithoutAHost_EndsWhatWaits()
    {
        var host = Host();
        host.Occupy();
        var waiting = host.Enqueue();

        await host.DisposeAsync();

        (await DeliveryHost.EndAsync(waiting)).Reason.Should().Be(SuppressionReason.ShuttingDown);
    }

    private DeliveryHost Host() => new(add: s => s.AddLogging(l => l.AddProvider(_logs).SetMinimumLevel(LogLevel.Trace)));

    private static IHostedService Drain(DeliveryHost host) => host.Get<DeliveryDrain>();

    private static async Task AdvanceUntilAsync(DeliveryHost host, Task end)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!end.IsCompleted)
        {
            await Task.WhenAny(end, host.Transport.WaitForTimersAsync(cancellationToken: deadline.Token));
            deadline.Token.ThrowIfCancellationRequested();
            host.Transport.Advance(TimeSpan.FromMilliseconds(100));
        }

        await end;
    }
}
