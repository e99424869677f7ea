using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Tests.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

/// <summary>A critical alert whose answer was lost and that the list does not show is sent again; what that costs, and when it is not.</summary>
public class SentAgainTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenUpOrExpiredWhileItWasLookedFor_IsNeitherSentAgainNorPaidForAgain(bool isGivenUp)
    {
        using var log = new LogCollector();
        var clock = new ManualTimeProvider();
        await using var host = new WireHost(
            o => o.Transmit.CriticalReconciliationWindow = TimeSpan.FromSeconds(2), b => log.AddTo(b.Services.AddSingleton<TimeProvider>(clock)));
        var isLookedFor = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Server.Fault = request =>
        {
            if (!request.IsCreate)
                isLookedFor.TrySetResult();

            return request.IsCreate ? new WireFault { Resets = true } : null;
        };
        var handle = host.Queue.Enqueue(new CriticalAlert("RED FLAG") { ValidFor = TimeSpan.FromMinutes(1) }, Creates.To);
        await isLookedFor.Task.WaitAsync(TimeSpan.FromSeconds(30));
        if (isGivenUp)
            handle.TryCancel();
        else
            clock.Advance(TimeSpan.FromMinutes(1));

        (await DeliveryHost.EndAsync(handle)).Outcome.Should().Be(AlertOutcome.Unknown);

        host.Server.Creates.Should().ContainSingle();
        log.Ours.Should().NotContain(line => line.EventId == AlertEventIds.SendingUnseenAgain);
        host.Get<SegmentBudget>().Spent.Should().Be(1);
    }

    [Fact]
    public async Task SentAgain_IsPaidForTwice()
    {
        await using var host = new WireHost();
        host.OnCreates(new WireFault { Resets = true });

        (await host.SendCriticalAsync()).Outcome.Should().Be(AlertOutcome.Accepted);

        host.Get<SegmentBudget>().Spent.Should().Be(2, "both may be on their way");
    }

    [Fact]
    public async Task SentAgainAndRefused_ThatOneIsGivenBack()
    {
        await using var host = new WireHost();
        host.OnCreates(new WireFault { Resets = true }, WireFault.Error(400, 21211));

        (await host.SendCriticalAsync()).Outcome.Should().Be(AlertOutcome.Unknown);

        host.Get<SegmentBudget>().Spent.Should().Be(1);
    }

    [Fact]
    public async Task SentAgainAndOptedOut_TheOptOutIsLearnt()
    {
        await using var host = new WireHost();
        host.OnCreates(new WireFault { Resets = true }, WireFault.Error(400, 21610));

        await host.SendCriticalAsync();

        host.Get<IOptOutList>().Contains(E164PhoneNumber.Parse(Creates.To), AlertChannel.Sms).Should().BeTrue();
    }
}
