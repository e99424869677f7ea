using PitWall.Alerts.Twilio;
using RaceReplay.Timing;

namespace RaceReplay.Tests.Engine;

public sealed class PitAndFuelTests
{
    private static readonly Func<TimingLap, TimingLap> In = lap => lap with { IsInPit = true };
    private static readonly Func<TimingLap, TimingLap> Out = lap => lap with { PitTime = TimeSpan.FromSeconds(37.6) };

    [Fact]
    public void OnLap_StopMade_IsReportedOnceWhenTheCarIsOut()
    {
        var race = new TestRace().Laps("7", 100, 100).Lap("7", 104, In).Lap("7", 130, Out).Laps("7", 100, 100)
            .Laps("8", 100.7, 100.7, 100.7, 100.7, 100.7, 100.7);

        race.Messages(StrategyAlertType.PitStop).Should().Equal("Stop made: 37.6s in the pit lane on lap 4. Out in P2, from P1, 31.2s behind car 8");
    }

    [Fact]
    public void OnLap_StopWithoutPitTime_IsReportedToo()
    {
        var race = new TestRace().Laps("7", 100, 100).Lap("7", 104, In).Laps("7", 130, 100);

        race.Messages(StrategyAlertType.PitStop).Should().Equal("Stop made: on lap 4. Out in P1");
    }

    [Fact]
    public void OnLap_StopBeforeTheFirstLap_IsNoStop() => new TestRace().Lap("7", 130, Out).Laps("7", 100).Run().Should().BeEmpty();

    [Fact]
    public void OnLap_NeighbourStops_IsReportedAndOthersAreNot()
    {
        var race = new TestRace()
            .Laps("8", 100).Lap("8", 104, In)
            .Laps("7", 103, 103)
            .Laps("9", 106).Lap("9", 107, In)
            .Laps("10", 109).Lap("10", 110, In);

        race.Messages(StrategyAlertType.PitStop).Should().Equal(
            "Car 8, directly ahead, is in the pit lane on lap 2", "Car 9, directly behind, is in the pit lane on lap 2");
    }

    [Fact]
    public void OnLap_TankRunsDown_AnnouncesTheWindowThenCountsDown()
    {
        // 45 minutes are 27 laps of 100 seconds.
        var race = new TestRace().Laps("7", [.. Enumerable.Repeat(100.0, 27)]);

        race.Messages(StrategyAlertType.PitStop).Should().Equal("Pit window opens in 3 laps: laps 19-27");
        race.Messages(StrategyAlertType.Fuel).Should().Equal("Fuel for 5 laps by estimate, to lap 27", "Fuel for 2 laps by estimate: box by lap 27");
    }

    [Fact]
    public void OnLap_AfterAStop_CountsAnew()
    {
        var race = new TestRace().Laps("7", [.. Enumerable.Repeat(100.0, 20)]).Lap("7", 104, In).Lap("7", 130, Out).Laps("7", [.. Enumerable.Repeat(100.0, 27)]);

        race.Messages(StrategyAlertType.Fuel).Should().HaveCount(2);
        race.Messages(StrategyAlertType.PitStop).Should().HaveCount(3);
    }

    [Fact]
    public void OnLap_StintLongerThanTheGuess_TeachesTheNextOne()
    {
        var race = new TestRace().Laps("7", [.. Enumerable.Repeat(100.0, 35)]).Lap("7", 100, In).Lap("7", 100, Out).Laps("7", [.. Enumerable.Repeat(100.0, 28)]);

        race.Messages(StrategyAlertType.Fuel).Should().HaveCount(2, "the second stint has fuel for 36 laps");
    }

    [Fact]
    public void OnLap_YellowInsideTheWindow_OffersTheCheapStop()
    {
        var race = new TestRace().Laps("7", [.. Enumerable.Repeat(100.0, 20)]).Lap("7", 120, lap => lap with { Flag = "FCY" });

        race.Messages(StrategyAlertType.PitStop).Should().Contain("Yellow inside the pit window: a stop now costs least. Fuel to lap 27");
    }
}
