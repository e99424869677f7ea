using PitWall.Alerts.Twilio;
using RaceReplay.Clock;
using RaceReplay.Routes;

namespace RaceReplay.Tests.Routes;

public sealed class SandboxRouteTests
{
    private const string Phone = "+15125550142";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly RaceClock _clock = new(new DateTimeOffset(2026, 6, 14, 12, 0, 0, TimeSpan.Zero));
    private readonly Wire _wire = new();

    [Fact]
    public async Task Send_SameAlertAgain_IsADuplicateForAMinuteOfTheRace()
    {
        await using var route = await StartAsync();
        var alert = new StrategyAlert(StrategyAlertType.Fuel, "Fuel for 5 laps");

        var first = await route.Alerts.SendStrategyAlertAsync(alert, Phone).WaitAsync(Deadline);
        _clock.MoveTo(TimeSpan.FromSeconds(59));
        var soon = await route.Alerts.SendStrategyAlertAsync(alert, Phone).WaitAsync(Deadline);
        _clock.MoveTo(TimeSpan.FromSeconds(61));
        var later = await route.Alerts.SendStrategyAlertAsync(alert, Phone).WaitAsync(Deadline);

        first.Outcome.Should().Be(AlertOutcome.Accepted);
        soon.Reason.Should().Be(SuppressionReason.Duplicate);
        later.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task Send_ThreeAtOnce_ArePacedInSecondsOfTheRace()
    {
        await using var route = await StartAsync();
        var sends = new InFlight();
        var moments = new List<double>();
        foreach (var type in new[] { StrategyAlertType.Fuel, StrategyAlertType.Weather, StrategyAlertType.TireWear })
            _ = SendAsync(type);

        await new Timekeeper(_clock, _wire, sends, TimeProvider.System).FinishAsync().WaitAsync(Deadline);

        moments.Should().Equal([0, 1, 2], "an American number takes a segment a second");

        async Task SendAsync(StrategyAlertType type)
        {
            sends.Begin();
            var result = await route.Alerts.SendStrategyAlertAsync(new StrategyAlert(type, "Look"), Phone);
            result.Outcome.Should().Be(AlertOutcome.Accepted);
            moments.Add(_clock.Elapsed.TotalSeconds);
            sends.End();
        }
    }

    [Fact]
    public async Task Send_AlertThatDiesWhileItWaits_IsSuppressed()
    {
        await using var route = await StartAsync();
        await route.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "Fuel"), Phone).WaitAsync(Deadline);
        var second = route.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Weather, "Rain") { ValidFor = TimeSpan.FromSeconds(1) }, Phone);

        _clock.MoveTo(TimeSpan.FromSeconds(5));

        (await second.WaitAsync(Deadline)).Reason.Should().Be(SuppressionReason.Expired);
    }

    [Fact]
    public async Task Send_TextOnThePhone_ShowsRaceTime()
    {
        await using var route = await StartAsync();
        _clock.MoveTo(TimeSpan.FromSeconds(90));

        var result = await route.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "Fuel"), Phone).WaitAsync(Deadline);

        route.CountDelivered(new HashSet<string> { result.Sid! }).Should().Be(1);
        route.Phones().Should().Contain(line => line.Contains("12:01:30 UTC"));
    }

    [Fact]
    public async Task StopTwilio_Afterwards_SendsFailAndPhonesCanBeLookedAt()
    {
        await using var route = await StartAsync();
        await route.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "Fuel"), Phone).WaitAsync(Deadline);

        await route.StopTwilioAsync();
        var sends = new InFlight();
        sends.Begin();
        var send = EndAsync(route.Alerts.SendCriticalAlertAsync(new CriticalAlert("RED FLAG"), Phone));
        await new Timekeeper(_clock, _wire, sends, TimeProvider.System).FinishAsync().WaitAsync(Deadline);

        var result = await send;
        result.Outcome.Should().Be(AlertOutcome.Failed);
        result.Attempts.Should().Be(4);
        route.Phones().Should().Contain(line => line.Contains("1 of 1 messages delivered"));

        async Task<AlertResult> EndAsync(Task<AlertResult> result)
        {
            var ended = await result;
            sends.End();
            return ended;
        }
    }

    private Task<SandboxRoute> StartAsync() => SandboxRoute.StartAsync(_clock, _wire, budget: null, isStorm: false, CancellationToken.None);
}
