using PitWall.Alerts.Twilio;

namespace RaceReplay.Tests.Engine;

public sealed class FlagTests
{
    [Theory]
    [InlineData("FCY", "FULL COURSE YELLOW*")]
    [InlineData("fcy", "FULL COURSE YELLOW*")]
    [InlineData("SC", "SAFETY CAR*")]
    [InlineData("RF", "RED FLAG*")]
    public void OnLap_FlagThatStopsRacing_IsCritical(string flag, string message)
    {
        var race = new TestRace().Laps("7", 100, 100).Lap("7", 150, lap => lap with { Flag = flag });

        race.Run().Should().ContainSingle(alert => alert is CriticalAlert).Which.Message.Should().Match(message + "P1*");
    }

    [Fact]
    public void OnLap_GreenAfterYellow_IsCalledOnce()
    {
        var race = new TestRace().Laps("7", 100).Lap("7", 150, lap => lap with { Flag = "FCY" }).Laps("7", 100, 100, 100);

        var alerts = race.Run();

        alerts.OfType<CriticalAlert>().Should().ContainSingle();
        alerts.OfType<StrategyAlert>().Where(alert => alert.Type.Name == "flag").Should().ContainSingle().Which.Message.Should().StartWith("Green flag");
    }

    [Fact]
    public void OnLap_UnknownFlag_IsCalledAsItIs()
    {
        var race = new TestRace().Laps("7", 100).Lap("7", 100, lap => lap with { Flag = "K99" });

        race.Run().OfType<StrategyAlert>().Should().Contain(alert => alert.Type.Name == "flag" && alert.Message.StartsWith("Flag K99"));
    }

    [Fact]
    public void OnLap_NoFlagInTheExport_KeepsTheLastOne()
    {
        var race = new TestRace().Laps("7", 100).Lap("7", 150, lap => lap with { Flag = "FCY" }).Lap("7", 150, lap => lap with { Flag = string.Empty });

        race.Run().OfType<CriticalAlert>().Should().ContainSingle();
    }

    [Fact]
    public void OnLap_FlagThatFlickersFromCarToCar_RingsOnce()
    {
        var race = new TestRace();
        for (var car = 1; car <= 20; car++)
            race.Lap($"{car}", 100 + (car * 0.5), lap => lap with { Flag = lap.Elapsed.Milliseconds == 0 ? "FCY" : "GF" });

        race.Run().OfType<CriticalAlert>().Should().ContainSingle();
    }

    [Fact]
    public void OnLap_SecondYellowLater_IsANewEvent()
    {
        var race = new TestRace();
        foreach (var flag in new[] { "GF", "FCY", "GF", "FCY", "GF" })
            race.Lap("7", 100, lap => lap with { Flag = flag });

        race.Run().OfType<CriticalAlert>().Should().HaveCount(2);
    }

    [Fact]
    public void OnLap_ChequeredFlag_ReportsTheFinishAndNothingAfter()
    {
        var race = new TestRace()
            .Laps("8", 99, 99).Lap("8", 99, lap => lap with { Flag = "FF" })
            .Laps("7", 100, 100).Lap("7", 100, lap => lap with { Flag = "FF" })
            .Laps("9", 101, 101).Lap("9", 101, lap => lap with { Flag = "GF" })
            .Weather(400, rain: true);

        var alerts = race.Run();

        alerts[^1].Message.Should().Be("Chequered flag. Car 7 finishes P2 after 3 laps");
    }
}
