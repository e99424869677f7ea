using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Tests.Api.Gate;
using PitWall.Alerts.Twilio.Tests.Api.Transmit;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>Alerts that no request left for: why they ended, what becomes of their duplicates, and that nobody waits for them.</summary>
public class UnsentAlertsTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private readonly ManualTimeProvider _time = new();
    private readonly BrokenOptOutList _optOuts = new();

    [Fact]
    public async Task Expired_WhileItWaited_NeitherAsksTheGateNorIsSaidToHaveMetIt()
    {
        await using var host = Host(o => o.Gate.SegmentBudget = 1);
        await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 12"), Creates.To));
        var late = host.Queue.Enqueue(Strategy("Lap 13", validFor: Soon), Creates.To);
        _optOuts.ContainsThrows = true;

        _time.Advance(TimeSpan.FromSeconds(3));

        (await DeliveryHost.EndAsync(late)).Reason.Should().Be(SuppressionReason.Expired);
    }

    [Fact]
    public async Task Expired_WithADuplicateThatIsValidYet_LetsThatOneTakeItsPlace()
    {
        await using var host = Host();
        await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 12"), Creates.To));
        var leader = host.Queue.Enqueue(Strategy("Box", validFor: Soon), Creates.To);
        var follower = host.Queue.Enqueue(Strategy("Box", validFor: TimeSpan.FromMinutes(2)), Creates.To);
        _optOuts.ContainsThrows = true;

        _time.Advance(TimeSpan.FromSeconds(3));
        (await DeliveryHost.EndAsync(leader)).Reason.Should().Be(SuppressionReason.Expired);
        _optOuts.ContainsThrows = false;
        _time.Advance(TimeSpan.FromSeconds(30));

        (await DeliveryHost.EndAsync(follower)).Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task CircuitOpen_AlertsThatAreHeldBack_TakeNoneOfTheSendersTime()
    {
        await using var host = Host();
        host.OnCreates(WireFault.Error(401, 20003));
        await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 12"), Creates.To));
        _time.Advance(TimeSpan.FromSeconds(10));

        var heldBack = await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 13"), Creates.To));
        var critical = await DeliveryHost.EndAsync(host.Queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To));

        (heldBack.Outcome, heldBack.Attempts).Should().Be((AlertOutcome.Failed, 0));
        critical.Outcome.Should().Be(AlertOutcome.Accepted, "a critical alert may always try, and nothing left before it");
    }

    [Fact]
    public async Task OptOutListBroken_TheAlert_TakesNoneOfTheSendersTime()
    {
        await using var host = Host();
        _optOuts.ContainsThrows = true;
        var failed = await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 12"), Creates.To));
        _optOuts.ContainsThrows = false;

        var next = await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 13"), Creates.To));

        (failed.Outcome, failed.Attempts).Should().Be((AlertOutcome.Failed, 0));
        next.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task TextThatTwilioTakesFromNobody_TheAlert_TakesNoneOfTheSendersTime()
    {
        await using var host = Host(build: b => b.Services.Replace(ServiceDescriptor.Singleton<IStrategyAlertFormatter>(new Overlong())));
        var failed = await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 12"), Creates.To));

        var next = await DeliveryHost.EndAsync(host.Queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To));

        (failed.Outcome, failed.Attempts).Should().Be((AlertOutcome.Failed, 0));
        next.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task RefusedByTwilio_TheAlert_HasTakenTheSendersTime()
    {
        await using var host = Host();
        host.OnCreates(WireFault.Error(400, 21211));
        await DeliveryHost.EndAsync(host.Queue.Enqueue(Strategy("Lap 12"), Creates.To));

        var next = host.Queue.Enqueue(Strategy("Lap 13"), Creates.To);
        host.Ledger.Find(next.Id)!.Times.Should().NotContainKey(AlertStep.Transmitted);
        _time.Advance(TimeSpan.FromSeconds(10));

        (await DeliveryHost.EndAsync(next)).Outcome.Should().Be(AlertOutcome.Accepted);
    }

    /// <summary>A host whose sender takes ten seconds for a segment, on a clock that the test moves.</summary>
    private WireHost Host(Action<PitWallTwilioOptions>? configure = null, Action<PitWallTwilioBuilder>? build = null) => new(
        options =>
        {
            options.Delivery.Queue.SmsSegmentsPerSecond = 0.1;
            configure?.Invoke(options);
        },
        builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
            builder.Services.Replace(ServiceDescriptor.Singleton<IOptOutList>(_optOuts));
            build?.Invoke(builder);
        });

    private static StrategyAlert Strategy(string message, TimeSpan? validFor = null) => new(StrategyAlertType.PitStop, message) { ValidFor = validFor };

    private sealed class Overlong : IStrategyAlertFormatter
    {
        public FormattedAlert Format(StrategyAlert alert, AlertFormatContext context) => new() { Text = new string('x', 2_000), Segments = 14 };
    }
}
