using PitWall.Alerts.Twilio;

namespace RaceReplay.Tests.Engine;

public sealed class WeatherTests
{
    [Fact]
    public void OnWeather_RainBeginsAndEnds_CallsBoth()
    {
        var race = new TestRace().Weather(0, 40, rain: false).Weather(60, 39, rain: true).Weather(120, 38, rain: true).Weather(180, 38, rain: false);

        race.Messages(StrategyAlertType.Weather).Should().Equal("Rain on track. Track 39.0 C", "The rain has stopped. Track 38.0 C");
    }

    [Fact]
    public void OnWeather_RaceThatStartsInTheRain_SaysSo() => new TestRace().Weather(0, rain: true).Messages(StrategyAlertType.Weather).Should().Equal("Rain on track");

    [Fact]
    public void OnWeather_TrackCoolsSlowly_SpeaksWhenItHasAddedUp()
    {
        var race = new TestRace();
        for (var minute = 0; minute <= 60; minute++)
            race.Weather(minute * 60, 43 - (minute * 0.1));

        race.Messages(StrategyAlertType.Weather).Should().Equal("Track down 2.5 C to 40.5 C", "Track down 2.5 C to 38.0 C");
    }

    [Fact]
    public void OnWeather_OneGust_IsNoNews()
    {
        var race = new TestRace();
        for (var minute = 0; minute < 20; minute++)
            race.Weather(minute * 60, wind: minute == 10 ? 60 : 8);

        race.Messages(StrategyAlertType.Weather).Should().BeEmpty();
    }

    [Fact]
    public void OnWeather_WindThatStays_IsCalledOnce()
    {
        var race = new TestRace();
        for (var minute = 0; minute < 30; minute++)
            race.Weather(minute * 60, wind: minute < 10 ? 8 : 26);

        race.Messages(StrategyAlertType.Weather).Should().ContainSingle().Which.Should().StartWith("Wind now");
    }
}
