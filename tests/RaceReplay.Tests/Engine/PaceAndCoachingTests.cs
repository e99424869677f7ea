using PitWall.Alerts.Twilio;
using RaceReplay.Timing;

namespace RaceReplay.Tests.Engine;

public sealed class PaceAndCoachingTests
{
    [Fact]
    public void OnLap_PaceDropsOff_IsTireWearOncePerStep()
    {
        var race = new TestRace().Laps("7", 105, 100, 100, 100, 100.4, 100.8, 100.9, 101, 101.2, 101.4, 101.6, 101.8);

        race.Messages(StrategyAlertType.TireWear).Should().Equal(
            "Pace is down 0.7s a lap on the best of this stint, 7 laps on these tires", "Pace is down 1.2s a lap on the best of this stint, 10 laps on these tires");
    }

    [Fact]
    public void OnLap_PaceDropsInTheRain_BlamesTheRain()
    {
        var race = new TestRace().Laps("7", 105, 100, 100, 100, 103, 104, 105, 105).Weather(410, rain: true);

        race.Messages(StrategyAlertType.TireWear).Should().BeEmpty();
        race.Run().OfType<CoachingAlert>().Should().BeEmpty();
    }

    [Fact]
    public void OnLap_LapTimesWander_CoachesConsistencyOnceInAWhile()
    {
        var race = new TestRace().Laps("7", [105, .. Enumerable.Range(0, 12).Select(n => n % 2 == 0 ? 100.0 : 101.2)]);

        var alerts = race.Run().OfType<CoachingAlert>().Where(alert => alert.Type == CoachingAlertType.Consistency).ToList();

        alerts.Should().ContainSingle();
        alerts[0].Message.Should().StartWith("Last 5 laps spread 1.2s");
        alerts[0].Category.Should().Be("consistency");
    }

    [Fact]
    public void OnLap_SteadyLaps_SaysNothing() => new TestRace().Laps("7", [105, .. Enumerable.Repeat(100.0, 13)]).Run().Should().BeEmpty();

    [Theory]
    [InlineData(196, "throttle_control")]
    [InlineData(200, "cornering")]
    [InlineData(204, "braking_technique")]
    public void OnLap_SectorLost_AsksTheSpeedTrapWhy(double speed, string type)
    {
        var race = new TestRace().Laps("7", 105);
        for (var lap = 0; lap < 9; lap++)
        {
            var isSlow = lap >= 6;
            race.Lap("7", isSlow ? 100.4 : 100, l => With(l, isSlow ? 40.4 : 40, isSlow ? speed : 200));
        }

        var alert = race.Run().OfType<CoachingAlert>().Should().ContainSingle().Subject;

        alert.Type.Name.Should().Be(type);
        alert.Message.Should().StartWith("Sector 2 costs 0.4s a lap against your best");
    }

    private static TimingLap With(TimingLap lap, double second, double speed) => lap with
    {
        Sectors = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(second), TimeSpan.FromSeconds(30)],
        TopSpeed = speed,
    };
}
