using System.Text;
using RaceReplay.Export;
using RaceReplay.Weather;

namespace RaceReplay.Tests.Weather;

public sealed class WeatherReaderTests
{
    [Fact]
    public void Read_Samples_ReadsThemOldestFirst()
    {
        var weather = Read("TIME_UTC_SECONDS;TIME_UTC_STR;AIR_TEMP;TRACK_TEMP;WIND_SPEED;RAIN\n1745700998;x;28.63;43.1;14.4;1\n1745700936;x;28,69;-;;0\n");

        weather.Problems.Count.Should().Be(0);
        weather.Samples.Should().Equal(
            new WeatherSample(DateTimeOffset.FromUnixTimeSeconds(1745700936)) { AirTemperature = 28.69, IsRaining = false },
            new WeatherSample(DateTimeOffset.FromUnixTimeSeconds(1745700998)) { AirTemperature = 28.63, TrackTemperature = 43.1, WindSpeed = 14.4, IsRaining = true });
    }

    [Fact]
    public void Read_BadLines_ReportsThemAndKeepsTheOthers()
    {
        var weather = Read("TIME_UTC_SECONDS;TRACK_TEMP\nnoon;43\n1745700936;hot\n1745700998;42");

        weather.Samples.Select(sample => sample.TrackTemperature).Should().Equal(null, 42);
        weather.Problems.Kept.Select(problem => problem.ToString()).Should().SatisfyRespectively(
            first => first.Should().Match("*line 2, column 1 (TIME_UTC_SECONDS): \"noon\"*"),
            second => second.Should().Match("*line 3, column 2 (TRACK_TEMP): \"hot\"*"));
    }

    [Theory]
    [InlineData("", "*line 1, column 1*empty*")]
    [InlineData("TIME;TRACK_TEMP\n1;2", "*line 1*TIME_UTC_SECONDS*")]
    [InlineData("TIME_UTC_SECONDS;TRACK_TEMP\n", "*line 2*no sample*")]
    [InlineData("TIME_UTC_SECONDS;TRACK_TEMP\nx;1\n", "*line 2, column 1*None of the 1 lines*")]
    public void Read_DamagedFile_SaysWhereAndWhat(string text, string message)
    {
        var read = () => Read(text);

        read.Should().Throw<DamagedFileException>().WithMessage(message);
    }

    private static RaceWeather Read(string text) => WeatherReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "weather.csv");
}
