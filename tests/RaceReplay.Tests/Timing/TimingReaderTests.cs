using System.Text;
using RaceReplay.Export;
using RaceReplay.Timing;

namespace RaceReplay.Tests.Timing;

public sealed class TimingReaderTests
{
    private const string Small = "NUMBER;LAP_NUMBER;LAP_TIME;ELAPSED";

    [Fact]
    public void Read_Line_ReadsEveryColumn()
    {
        var timing = TimingFile.Read(
            "NUMBER; DRIVER_NUMBER; LAP_NUMBER; LAP_TIME; CROSSING_FINISH_LINE_IN_PIT; S1; S2; S3; ELAPSED; HOUR;TOP_SPEED;PIT_TIME;CLASS;FLAG_AT_FL",
            "31;1;4;4:08.091;B;1:53.893;57.001;1:17.197;13:44.100;16:08:24.339;199.5;0:01:43.847;Am;FCY");

        timing.Problems.Count.Should().Be(0);
        timing.Laps.Should().ContainSingle().Which.Should().BeEquivalentTo(new TimingLap
        {
            Car = "31",
            Number = 4,
            Time = TimeSpan.FromMilliseconds(248_091),
            Elapsed = TimeSpan.FromMilliseconds(824_100),
            LocalTime = new TimeSpan(0, 16, 8, 24, 339),
            Flag = "FCY",
            IsInPit = true,
            PitTime = TimeSpan.FromMilliseconds(103_847),
            Class = "Am",
            Sectors = [TimeSpan.FromMilliseconds(113_893), TimeSpan.FromMilliseconds(57_001), TimeSpan.FromMilliseconds(77_197)],
            TopSpeed = 199.5,
            Line = 2,
        });
    }

    [Fact]
    public void Read_OtherOrderExtraColumnsTrailingSeparatorsAccents_ReadsTheSame()
    {
        var timing = TimingFile.Read(
            "TEAM;ELAPSED;\"LAP_TIME\"; lap_number ;DRIVER_NAME;NUMBER;;",
            "Équipe Côte Bleue;1:02:33.653;2:33.653;3;\"Equipo; uno\";007;;;;",
            string.Empty,
            "Équipe Côte Bleue;1:05:07.306;2:33.653;4;\"the \"\"late\"\" one\";007;");

        timing.Problems.Count.Should().Be(0);
        timing.Laps.Select(lap => (lap.Car, lap.Number, lap.Elapsed)).Should().Equal(
            ("007", 3, new TimeSpan(0, 1, 2, 33, 653)), ("007", 4, new TimeSpan(0, 1, 5, 7, 306)));
    }

    [Fact]
    public void Read_CarsOneAfterTheOther_PutsLapsInTheOrderOfTheRace()
    {
        var timing = TimingFile.Read(Small, "7;1;1:41.000;1:41.000", "7;2;1:40.000;3:21.000", "9;1;1:40.500;1:40.500", "9;2;1:41.500;3:22.000");

        timing.Laps.Select(lap => (lap.Car, lap.Number)).Should().Equal(("9", 1), ("7", 1), ("7", 2), ("9", 2));
        timing.Leader().Should().Be("7");
        timing.Duration.Should().Be(new TimeSpan(0, 3, 22));
    }

    [Fact]
    public void Read_NoOptionalColumn_SaysWhatIsMissing()
    {
        var timing = TimingFile.Read(Small, "7;1;1:41.000;1:41.000");

        timing.Notes.Should().HaveCount(3).And.Contain(note => note.Contains("FLAG_AT_FL"));
    }

    [Theory]
    [InlineData("7;3;2:xx.653;5:02.000", "line 3, column 3 (LAP_TIME): \"2:xx.653\" is not a lap time*")]
    [InlineData("7;3;0:00.000;5:02.000", "line 3, column 3 (LAP_TIME)*")]
    [InlineData("7;3;1:40.000;later", "line 3, column 4 (ELAPSED): \"later\" is not a time since the start*")]
    [InlineData("7;three;1:40.000;5:02.000", "line 3, column 2 (LAP_NUMBER): \"three\"*")]
    [InlineData(";3;1:40.000;5:02.000", "line 3, column 1 (NUMBER): the cell is empty*")]
    [InlineData("7;3;1:40", "line 3, column 3: the line is cut after 3 of 4 columns*")]
    [InlineData("7;3;1:40.000;5:02.000;what", "line 3, column 5: the line has 5 columns and the header 4*")]
    [InlineData("\"7;3;1:40.000;5:02.000", "line 3, column 1: the quote that opens here is never closed*")]
    public void Read_BadLine_ReportsItAndKeepsTheOthers(string bad, string problem)
    {
        var timing = TimingFile.Read(Small, "7;1;1:41.000;1:41.000", bad, "7;4;1:40.000;6:42.000");

        timing.Laps.Select(lap => lap.Number).Should().Equal(1, 4);
        timing.Problems.Count.Should().Be(1);
        timing.Problems.Kept.Should().ContainSingle().Which.ToString().Should().Match("race.csv, " + problem);
    }

    [Fact]
    public void Read_BadSector_KeepsTheLapWithoutIt()
    {
        var timing = TimingFile.Read(TimingFile.Header, "7;1;2;1:41.000;;33.1;5x.2;30.0;3:21.000;15:00:00.000;201.0;;Am;GF");

        timing.Laps.Should().ContainSingle().Which.Sectors.Should().Equal(TimeSpan.FromSeconds(33.1), null, TimeSpan.FromSeconds(30));
        timing.Problems.Kept.Should().ContainSingle().Which.ToString().Should().Match("*line 2, column 7 (S2): \"5x.2\"*kept*");
    }

    [Theory]
    [InlineData("", "line 1, column 1: the file is empty.")]
    [InlineData("\n\n", "line 1, column 1: the file is empty.")]
    [InlineData("NUMBER,LAP_NUMBER,LAP_TIME,ELAPSED\n7,1,1:41.000,1:41.000", "line 1, column 7: the columns are separated by commas*")]
    [InlineData("NUMBER\tLAP_NUMBER\n7\t1", "line 1, column 7: the columns are separated by tabs*")]
    [InlineData("hello", "line 1, column 1: this line should name the columns*")]
    [InlineData("NUMBER;LAP_NUMBER;LAP_TIME\n7;1;1:41.000", "line 1, column 4: there is no column ELAPSED among the 3 columns of the header (NUMBER, LAP_NUMBER, LAP_TIME)*")]
    [InlineData("NUMBER;LAP_NUMBER;LAP_TIME;ELAPSED", "line 2, column 1: there is no lap below the header.")]
    [InlineData("NUMBER;LAP_NUMBER;LAP_TIME;ELAPSED\n7,1,1:41.000,1:41.000\n7,2,1:41.000,3:22.000", "line 2, column 1: the line is cut*None of the 2 lines*")]
    public void Read_DamagedFile_SaysWhereAndWhat(string text, string message)
    {
        var read = () => TimingFile.Read(Encoding.UTF8.GetBytes(text));

        read.Should().Throw<DamagedFileException>().Which.Message.Should().Match("race.csv, " + message);
    }

    [Fact]
    public void Read_ManyBadLines_CountsAllAndKeepsFew()
    {
        var timing = TimingFile.Read([Small, "7;1;1:41.000;1:41.000", .. Enumerable.Range(0, 500).Select(_ => "7;x;y;z")]);

        timing.Problems.Count.Should().Be(500);
        timing.Problems.Kept.Should().HaveCount(ExportProblems.MaxKept);
        timing.Laps.Should().ContainSingle();
    }

    [Theory]
    [InlineData("15:58:26.323", "3:46.084", "15:54:40.239")]
    [InlineData("00:01:00.000", "2:00.000", "23:59:00")]
    public void LocalStart_HourAndElapsed_ComesBeforeTheFirstLap(string hour, string elapsed, string expected)
    {
        var timing = TimingFile.Read("NUMBER;LAP_NUMBER;LAP_TIME;ELAPSED;HOUR", $"7;1;1:41.000;{elapsed};{hour}");

        timing.LocalStart().Should().Be(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Read_SixtyCarsFifteenThousandLaps_ReadsThemAll()
    {
        var text = new StringBuilder(TimingFile.Header).Append('\n');
        for (var car = 1; car <= 60; car++)
        {
            for (var lap = 1; lap <= 250; lap++)
            {
                var elapsed = TimeSpan.FromSeconds((lap * 100.0) + (car * 0.3));
                text.Append(TimingFile.Line($"{car}", lap, "1:40.000", RaceTimeText.Format(elapsed))).Append('\n');
            }
        }

        var timing = TimingFile.Read(Encoding.UTF8.GetBytes(text.ToString()));

        timing.Problems.Count.Should().Be(0);
        timing.Laps.Should().HaveCount(15_000).And.BeInAscendingOrder(lap => lap.Elapsed);
    }
}
