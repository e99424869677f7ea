namespace RaceReplay.Tests.Timing;

public sealed class CarEntriesTests
{
    private const string Small = "NUMBER;LAP_NUMBER;LAP_TIME;ELAPSED";

    private static readonly string[] First = ["3;1;1:46.084;1:46.084", "3;2;1:48.736;3:34.820", "3;3;1:46.896;5:21.716"];
    private static readonly string[] Second = ["3;1;1:45.016;1:45.016", "3;2;1:47.237;3:32.253", "3;3;1:42.634;5:14.887"];

    [Fact]
    public void Name_TwoCarsOfOneNumber_TellsThemApart()
    {
        var timing = TimingFile.Read([Small, .. First, .. Second]);

        timing.Problems.Count.Should().Be(0);
        timing.Laps.Where(lap => lap.Car == "3").Select(lap => lap.Elapsed.TotalSeconds).Should().Equal(105.016, 212.253, 314.887);
        timing.Laps.Where(lap => lap.Car == "3#2").Select(lap => lap.Elapsed.TotalSeconds).Should().Equal(106.084, 214.820, 321.716);
        timing.Notes.Should().Contain("2 cars carry the number 3: they are called 3, 3#2.");
    }

    [Fact]
    public void Name_LapMissingBetween_StaysWithItsCar()
    {
        var timing = TimingFile.Read([Small, .. First, Second[0], Second[2]]);

        timing.Laps.Where(lap => lap.Car == "3").Select(lap => lap.Number).Should().Equal(1, 3);
        timing.Laps.Where(lap => lap.Car == "3#2").Select(lap => lap.Number).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void Name_SameLineTwice_ReportsTheSecond()
    {
        var timing = TimingFile.Read([Small, .. First, First[1]]);

        timing.Laps.Should().HaveCount(3);
        timing.Problems.Kept.Should().ContainSingle().Which.ToString().Should().Contain("line 5").And.Contain("already on line 3");
    }

    [Fact]
    public void Name_NumbersThatLookAlike_AreDifferentCars()
    {
        var timing = TimingFile.Read(Small, "3;1;1:46.084;1:46.084", "03;1;1:47.000;1:47.000");

        timing.Laps.Select(lap => lap.Car).Should().Equal("3", "03");
    }
}
