using PitWall.Alerts.Twilio;
using RaceReplay.Engine;
using RaceReplay.Replay;
using RaceReplay.Sending;

namespace RaceReplay.Tests.Engine;

public sealed class BundledRaceTests
{
    private static readonly string[] CoachingTypes = ["braking_technique", "throttle_control", "cornering", "consistency", "tires"];

    [Fact]
    public void Open_BundledRace_IsWholeAndFindsItsStart()
    {
        var race = Open();

        race.BadLines.Should().Be(0);
        race.Timing.Laps.Should().HaveCount(336);
        race.Start.Should().Be(new DateTimeOffset(2026, 6, 14, 12, 0, 0, TimeSpan.Zero));
        race.Weather.Should().HaveCountGreaterThan(45);
    }

    [Fact]
    public void Run_Winner_RaisesEveryKind()
    {
        var race = Open();

        var names = Run(race, race.Timing.Leader()).Select(raised => AlertName.Of(raised.Alert)).ToHashSet();

        names.Except(CoachingTypes).Should().Contain(["critical", "gap_analysis", "overtaking", "pit_stop", "fuel", "tire_wear", "weather"]);
        names.Intersect(CoachingTypes).Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void Run_Twice_RaisesTheSame()
    {
        var race = Open();

        Run(race, "27").Should().BeEquivalentTo(Run(race, "27"), options => options.WithStrictOrdering().RespectingRuntimeTypes());
    }

    [Fact]
    public void Run_AnyCar_NeverFloodsAPhone()
    {
        var race = Open();

        foreach (var car in race.Cars)
        {
            var raised = Run(race, car);
            var busiest = raised.Max(one => raised.Count(other => other.At >= one.At && other.At < one.At + TimeSpan.FromMinutes(1)));
            busiest.Should().BeLessThanOrEqualTo(5, "car {0}", car);
            raised.Should().HaveCountLessThan(45, "car {0}", car);
        }
    }

    private static Race Open() => new RaceFiles(note => { }, DateTimeOffset.UnixEpoch).Open(null, null, null);

    private static List<(TimeSpan At, Alert Alert)> Run(Race race, string car)
    {
        var engine = new StrategyEngine(car, race.Timing.Laps.First(lap => lap.Car == car).Class);
        return
        [
            .. RaceEvents.Of(race).SelectMany(moment =>
                (moment.Lap is { } lap ? engine.OnLap(lap) : engine.OnWeather(moment.Sample!)).Select(alert => (moment.Elapsed, alert))),
        ];
    }
}
