using RaceReplay.Weather;

namespace RaceReplay.Tests.Weather;

public sealed class RaceStartTests
{
    private static readonly DateTimeOffset Start = new(2025, 4, 26, 20, 54, 40, TimeSpan.Zero);
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(46);

    [Theory]
    [InlineData(-5 * 60)]
    [InlineData(5 * 60 + 30)]
    [InlineData(5 * 60 + 45)]
    [InlineData(13 * 60)]
    [InlineData(0)]
    public void Find_WeatherOfTheRace_FindsTheOffset(int offsetMinutes)
    {
        var localStart = (Start + TimeSpan.FromMinutes(offsetMinutes)).TimeOfDay;

        var start = RaceStart.Find(localStart, Duration, Samples(Start.AddMinutes(1), 44), offset: null);

        start.Should().Be(Start);
    }

    [Fact]
    public void Find_WeatherLongerThanTheRace_PrefersWholeHours()
    {
        var start = RaceStart.Find(new TimeSpan(15, 54, 40), Duration, Samples(Start.AddMinutes(-20), 90), offset: null);

        start.Should().Be(Start);
    }

    [Fact]
    public void Find_WeatherOfTheWholeDay_CannotTell()
    {
        var weather = Samples(Start.AddHours(-12), 24 * 60);

        RaceStart.Find(new TimeSpan(15, 54, 40), Duration, weather, offset: null).Should().BeNull();
        RaceStart.Find(new TimeSpan(15, 54, 40), Duration, weather, TimeSpan.FromHours(-5)).Should().Be(Start);
    }

    [Fact]
    public void Find_OffsetThatCannotBe_FindsNothing() =>
        RaceStart.Find(new TimeSpan(15, 54, 40), Duration, Samples(Start, 46), TimeSpan.FromHours(3)).Should().BeNull();

    [Fact]
    public void Find_RaceOverMidnight_FindsTheDay()
    {
        var start = new DateTimeOffset(2025, 6, 14, 22, 0, 0, TimeSpan.Zero);

        RaceStart.Find(TimeSpan.Zero, TimeSpan.FromHours(6), Samples(start, 6 * 60), offset: null).Should().Be(start);
    }

    private static List<WeatherSample> Samples(DateTimeOffset from, int minutes) =>
        [.. Enumerable.Range(0, minutes).Select(minute => new WeatherSample(from.AddMinutes(minute)))];
}
