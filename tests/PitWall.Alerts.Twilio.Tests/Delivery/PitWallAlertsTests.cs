using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class PitWallAlertsTests
{
    [Fact]
    public async Task SendStrategyAlertAsync_Sms_ReachesThePhoneInOneSegment()
    {
        await using var host = await AlertHost.StartAsync();

        var result = await host.Alerts.SendStrategyAlertAsync(
            new StrategyAlert(StrategyAlertType.TireWear, "Critical tire wear: 15% remaining. Pit window: Laps 15-17", AlertSeverity.High),
            AlertHost.Phone);

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        result.Segments.Should().Be(1);
        var message = host.Sandbox.Phone(AlertHost.Phone).Messages.Should().ContainSingle().Subject;
        message.Sid.Should().Be(result.Sid);
        message.Body.Should().Contain("Critical tire wear: 15% remaining. Pit window: Laps 15-17");
    }

    [Theory]
    [InlineData(AlertChannel.Sms)]
    [InlineData(AlertChannel.WhatsApp)]
    public async Task Send_EveryKind_ArrivesOnItsChannel(AlertChannel channel)
    {
        // WhatsApp's 24-hour window has tests of its own.
        await using var host = await AlertHost.StartAsync(sandboxOptions: new TwilioSandboxOptions { EnforcesWhatsAppWindow = false });
        var recipient = new AlertRecipient(AlertHost.Phone, channel);

        var results = new[]
        {
            await host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap"), recipient),
            await host.Alerts.SendCoachingAlertAsync(new CoachingAlert(CoachingAlertType.Cornering, "Wide at T15"), recipient),
            await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("RED FLAG"), recipient),
            await host.Alerts.SendBatchAsync(
                new AlertBatch(new StrategyAlert(StrategyAlertType.Weather, "Rain in 6 min"), new CriticalAlert("Pit lane closed")), recipient),
        };

        results.Should().OnlyContain(r => r.Outcome == AlertOutcome.Accepted);
        host.Sandbox.Phone(AlertHost.Phone).Messages.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(true, "enable")]
    [InlineData(false, "disable")]
    public async Task SendStrategyAlertAsync_RiskCheckOfTheRecipient_IsAskedOfTwilio(bool? riskCheck, string? asked)
    {
        await using var host = await AlertHost.StartAsync();

        await host.Alerts.SendStrategyAlertAsync(
            new StrategyAlert(StrategyAlertType.PitStop, "Box"), new AlertRecipient(AlertHost.Phone) { RiskCheck = riskCheck });

        host.Creates.Single().Field("RiskCheck").Should().Be(asked);
    }

    [Theory]
    [InlineData(AlertKind.Critical, "600")]
    [InlineData(AlertKind.Strategy, "180")]
    [InlineData(AlertKind.Coaching, "900")]
    [InlineData(AlertKind.Batch, "1800")]
    public async Task Send_NoValidityOfItsOwn_HasThatOfItsKind(AlertKind kind, string seconds)
    {
        await using var host = await AlertHost.StartAsync(services: s => s.AddSingleton<TimeProvider>(new ManualTimeProvider()));

        _ = kind switch
        {
            AlertKind.Critical => await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("RED FLAG"), AlertHost.Phone),
            AlertKind.Strategy => await host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box"), AlertHost.Phone),
            AlertKind.Coaching => await host.Alerts.SendCoachingAlertAsync(new CoachingAlert(CoachingAlertType.Tires, "Easy"), AlertHost.Phone),
            _ => await host.Alerts.SendBatchAsync(new AlertBatch(new CriticalAlert("RED FLAG")), AlertHost.Phone),
        };

        host.Creates.Single().Field("ValidityPeriod").Should().Be(seconds);
    }

    [Fact]
    public async Task SendCriticalAlertAsync_Voice_PlacesACallAndNeverATextInstead()
    {
        await using var host = await AlertHost.StartAsync();

        var result = await host.Alerts.SendCriticalAlertAsync(
            new CriticalAlert("Stop the car <now> & get out"), new AlertRecipient(AlertHost.Phone, AlertChannel.Voice));

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        result.Call.Should().NotBeNull();
        host.Sandbox.Phone(AlertHost.Phone).Messages.Should().BeEmpty();
        host.Sandbox.Phone(AlertHost.Phone).Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task Send_OneThousandEqualAlertsAtOnce_SendsOneMessage()
    {
        await using var host = await AlertHost.StartAsync();
        var alert = new StrategyAlert(StrategyAlertType.PitStop, "Box this lap", AlertSeverity.High);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => Task.Run(() => host.Alerts.SendStrategyAlertAsync(alert, AlertHost.Phone))));

        results.Count(r => r.Outcome == AlertOutcome.Accepted).Should().Be(1);
        results.Count(r => r.Reason == SuppressionReason.Duplicate).Should().Be(999);
        results.Select(r => r.Sid).Distinct().Should().ContainSingle();
        host.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Send_AnswerLostAfterStoring_IsFoundAndNotSentTwice()
    {
        await using var host = await AlertHost.StartAsync();
        host.Sandbox.Faults.Next(SandboxFault.Reset(takesEffect: true));

        var result = await host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box ±1 lap"), AlertHost.Phone);

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        result.Message!.IsReconciled.Should().BeTrue();
        host.Sandbox.Phone(AlertHost.Phone).Messages.Should().ContainSingle().Which.Sid.Should().Be(result.Sid);
    }
}
