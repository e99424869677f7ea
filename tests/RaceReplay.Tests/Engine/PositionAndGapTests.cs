using PitWall.Alerts.Twilio;

namespace RaceReplay.Tests.Engine;

public sealed class PositionAndGapTests
{
    [Fact]
    public void OnLap_CarPassed_IsOvertaking()
    {
        var race = new TestRace().Laps("8", 100, 103).Laps("7", 102, 100);

        race.Messages(StrategyAlertType.Overtaking).Should().Equal("P1 (was P2) on lap 2, now ahead of car 8");
    }

    [Fact]
    public void OnLap_PassedByTwo_NamesBoth()
    {
        var race = new TestRace().Laps("7", 100, 110).Laps("8", 101, 100).Laps("9", 102, 100);

        race.Messages(StrategyAlertType.Overtaking).Should().Equal("P3 (was P1) on lap 2, now behind cars 8 and 9");
    }

    [Fact]
    public void OnLap_PlaceGainedByAStop_SaysSo()
    {
        var race = new TestRace().Lap("8", 100, lap => lap with { IsInPit = true }).Laps("8", 160).Laps("7", 102, 100);

        race.Messages(StrategyAlertType.Overtaking).Should().Equal("P1 (was P2) on lap 2, now ahead of car 8 after the stop");
    }

    [Fact]
    public void OnLap_CarOfAnotherClass_IsNoRival()
    {
        var race = new TestRace().Laps("7", 100, 110);
        foreach (var seconds in new[] { 100.5, 100 })
            race.Lap("8", seconds, lap => lap with { Class = "B" });

        race.Run().Should().BeEmpty();
    }

    [Fact]
    public void OnLap_CloseForManyLaps_SpeaksEveryFifthLap()
    {
        var race = new TestRace().Laps("8", [.. Enumerable.Repeat(100.0, 12)]).Lap("7", 100.6).Laps("7", [.. Enumerable.Repeat(100.0, 11)]);

        race.Messages(StrategyAlertType.GapAnalysis).Should().Equal(
            "Car 8 is 0.6s ahead. P2, lap 1", "Car 8 is 0.6s ahead. P2, lap 6", "Car 8 is 0.6s ahead. P2, lap 11");
    }

    [Fact]
    public void OnLap_CarBehindComesCloser_WarnsBeforeItIsThere()
    {
        var race = new TestRace().Laps("7", [.. Enumerable.Repeat(100.0, 8)]).Lap("8", 105.9).Laps("8", [.. Enumerable.Repeat(99.2, 7)]);

        race.Messages(StrategyAlertType.GapAnalysis).Should().Equal(
            "Car 8 is 3.5s behind, closing 0.8s a lap. P1, lap 4", "Car 8 is 0.3s behind, closing 0.8s a lap. P1, lap 8");
    }

    [Fact]
    public void OnLap_UnderYellow_SaysNothingOfGaps()
    {
        var race = new TestRace();
        foreach (var car in new[] { "8", "7", "9" })
            race.Lap(car, car == "8" ? 150 : 150.4, lap => lap with { Flag = "FCY" });

        race.Messages(StrategyAlertType.GapAnalysis).Should().BeEmpty();
    }

    [Fact]
    public void OnLap_GapAlert_DiesWithTheLap()
    {
        var alert = new TestRace().Laps("8", 100).Laps("7", 100.6).Run().Should().ContainSingle().Subject;

        alert.ValidFor.Should().Be(TimeSpan.FromSeconds(100.6));
        alert.Topic.Should().Be("car-7/gap-ahead");
    }
}
