using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class HandlerTimeoutTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Handler_BlocksItsThread_IsLeftToItselfAndTheNextOneHears()
    {
        using var blocking = new BlockingHandler();
        var next = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services
            .AddSingleton<IDeliveryStatusHandler>(blocking)
            .AddSingleton<IDeliveryStatusHandler>(next));

        // On the pool, or a call that blocks would block the test as well.
        var answering = Task.Run(() => bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(WebhookBench.MessageSid(1), "sent")));
        await blocking.Entered.WaitAsync(Generous);
        await bench.Clock.WaitForTimersAsync(2).WaitAsync(Generous);
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        var answer = await answering.WaitAsync(Generous);

        answer.StatusCode.Should().Be(204);
        next.Messages.Should().ContainSingle();
        bench.Log.Count(AlertEventIds.HandlerFailed).Should().Be(1);
    }
}
