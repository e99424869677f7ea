using System.Reflection;

namespace RaceReplay.Tests.App;

public sealed class DamagedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("race-replay-").FullName;

    [Fact]
    public async Task Run_SomeBadLines_ReplaysTheOthersAndExitsTwo()
    {
        var lines = Bundled("made-up-race.csv").Split('\n');
        lines[4] = lines[4].Replace("1:46", "1:x6", StringComparison.Ordinal).Replace("1:45", "1:x5", StringComparison.Ordinal);
        lines[200] = lines[200][..40];

        var run = await AppRun.Of("--timing", Write(string.Join('\n', lines)), "--output", "json");

        run.ExitCode.Should().Be(2);
        run.Json().GetProperty("laps").GetInt32().Should().Be(334);
        run.Json().GetProperty("bad_lines").GetInt32().Should().Be(2);
        run.Json().GetProperty("accepted").GetInt32().Should().BeGreaterThan(10);
        run.Errors.Should().Contain("race.csv, line 5, column 4 (LAP_TIME)").And.Contain("race.csv, line 201, column").And.Contain("cut after");
    }

    [Theory]
    [InlineData("", "line 1, column 1: the file is empty")]
    [InlineData("NUMBER,LAP_NUMBER,LAP_TIME,ELAPSED\n1,1,1:40.000,1:40.000\n", "line 1, column 7: the columns are separated by commas")]
    [InlineData("NUMBER;LAP_NUMBER;LAP_TIME\n1;1;1:40.000\n", "line 1, column 4: there is no column ELAPSED")]
    [InlineData("NUMBER;LAP_NUMBER;LAP_TIME;ELAPSED\n1;1;1:4", "line 2, column 3: the line is cut")]
    [InlineData("NUMBER;LAP_NUMBER;LAP_TIME;ELAPSED\n1;1;fast;1:40.000\n", "line 2, column 3 (LAP_TIME): \"fast\" is not a lap time")]
    public async Task Run_NothingReadable_ExitsTwoWithLineAndColumn(string text, string message)
    {
        var run = await AppRun.Of("--timing", Write(text), "--output", "json");

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Errors.Should().Contain(message);
    }

    [Fact]
    public async Task Run_DamagedWeather_ExitsTwo()
    {
        var run = await AppRun.Of("--timing", Write(Bundled("made-up-race.csv")), "--weather", Write("TIME;RAIN\n1;0\n", "weather.csv"));

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("weather.csv, line 1, column 3: there is no column TIME_UTC_SECONDS");
    }

    [Fact]
    public async Task Run_WeatherOfAnotherDay_LeavesItOutAndSaysSo()
    {
        var run = await AppRun.Of("--timing", Write(Bundled("made-up-race.csv")), "--weather", Write("TIME_UTC_SECONDS;RAIN\n1000000000;0\n1000003600;1\n", "weather.csv"), "--utc-offset", "+02:00");

        run.ExitCode.Should().Be(0);
        run.Errors.Should().Contain("note: weather.csv is left out").And.Contain("do not overlap");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Run_BundledRaceAsAFile_FindsTheOffsetItself(string lineEnd)
    {
        var timing = Write(Bundled("made-up-race.csv").Replace("\n", lineEnd, StringComparison.Ordinal));
        var weather = Write(Bundled("made-up-weather.csv").Replace("\n", lineEnd, StringComparison.Ordinal), "weather.csv");

        var run = await AppRun.Of("--timing", timing, "--weather", weather, "--output", "json");

        run.ExitCode.Should().Be(0);
        run.Errors.Should().Contain("began at 2026-06-14 12:00:00 UTC");
        run.Json().GetProperty("raised").GetInt32().Should().Be(28);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string text, string name = "race.csv")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Bundled(string name) =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "data", name)).Replace("\r", string.Empty, StringComparison.Ordinal);
}
