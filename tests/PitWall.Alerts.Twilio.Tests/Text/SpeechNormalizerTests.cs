using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class SpeechNormalizerTests
{
    [Theory]
    [InlineData("P3", "P 3")]
    [InlineData("Gap 0.4s", "Gap 0.4 seconds")]
    [InlineData("FCY", "Full course yellow")]
    [InlineData("Debris, FCY now", "Debris, full course yellow now")]
    [InlineData("Pit window: Laps 15-17", "Pit window: laps 15 to 17")]
    [InlineData("Lap 15", "lap 15")]
    [InlineData("1 s, 1.0 s, 2 s", "1 second, 1.0 seconds, 2 seconds")]
    [InlineData("a 5 s penalty, 10s stop", "a 5 second penalty, 10 second stop")]
    [InlineData("24 km/h, 3 m/s, 2.9 l/lap, 0.4 °C/min", "24 kilometers per hour, 3 meters per second, 2.9 liters per lap, 0.4 degrees Celsius per minute")]
    [InlineData("±0.8s, +0.3s, -0.2s, −0.1s", "Plus or minus 0.8 seconds, plus 0.3 seconds, minus 0.2 seconds, minus 0.1 seconds")]
    [InlineData("Best 1:58.321, was 2:05.0s", "Best 1 minute 58.321 seconds, was 2 minutes 5.0 seconds")]
    [InlineData("Green at 14:32, leader at 1:23:45", "Green at 14:32, leader at 1:23:45")]
    [InlineData("2½ laps, ½ a car", "2 and a half laps, half a car")]
    [InlineData("2025-04-26", "2025-04-26")]
    [InlineData("T12, S2, L40, GT3, LMP2, P2P", "Turn 12, sector 2, lap 40, G T 3, L M P 2, push to pass")]
    [InlineData("BOX NOW, DRS on, ABS off", "Box now, D R S on, A B S off")]
    [InlineData("RED FLAG. Stop", "Red flag. Stop")]
    [InlineData("A – b — c - d (e) f", "A, b, c, d, e, f")]
    [InlineData("“Big Red” isn't 'it'", "Big Red isn't it")]
    [InlineData("Rear slip 9° → 12°", "Rear slip 9 degrees to 12 degrees")]
    [InlineData("1.4s -> 3.9s", "1.4 seconds to 3.9 seconds")]
    [InlineData("#55 & #7 ~2 s", "Number 55 and number 7 about 2 seconds")]
    [InlineData("🔥 hot", "hot")]
    [InlineData("3rd, 17B, 2x", "3rd, 17B, 2 times")]
    [InlineData("Gap (5 m).", "Gap, 5 meters.")]
    [InlineData("6,500 rpm", "6,500 R P M")]
    [InlineData("Δ 0.2s", "Delta 0.2 seconds")]
    [InlineData("1/2 lap, 3 1/2 laps, Lap 15/30", "1/2 lap, 3 1/2 laps, lap 15/30")]
    [InlineData("Wear 10%-15%, 90 °C–95 °C, 1.2s-1.5s", "Wear 10 percent to 15 percent, 90 degrees Celsius to 95 degrees Celsius, 1.2 seconds to 1.5 seconds")]
    [InlineData("Gap 3s -1 lap", "Gap 3 seconds minus 1 lap")]
    [InlineData("Rain in 3:05 min", "Rain in 3:05 minutes")]
    [InlineData("Wait...2 laps", "Wait. 2 laps")]
    [InlineData("Wait... box", "Wait. box")]
    public void Write_RaceText_ReadsAsSpoken(string text, string expected)
    {
        Say(text, new AlertSpeechOptions()).TrimEnd().Should().Be(expected);
    }

    [Fact]
    public void Write_OwnPronunciation_GoesFirst()
    {
        var options = new AlertSpeechOptions { Pronunciations = { ["FCY"] = "code 60", ["NĂ"] = "na" } };

        Say("FCY and NĂ", options).Should().Be("code 60 and na");
    }

    [Fact]
    public void Write_AnotherLanguage_LeavesNumbersAndUnitsAlone()
    {
        var options = new AlertSpeechOptions { Language = "es-ES", Pronunciations = { ["T12"] = "curva doce" } };

        Say("Frena 0,1 s más tarde en T12 🔥 – ¡ya!", options).Should().Be("Frena 0,1 s más tarde en curva doce  – ¡ya!");
    }

    private static string Say(string text, AlertSpeechOptions options)
    {
        var output = new TextBuffer(stackalloc char[16]);
        SpeechNormalizer.Write(text, options, ref output);
        var said = output.ToString();
        output.Dispose();
        return said;
    }
}
