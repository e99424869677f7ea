namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class SpeechFormatterTests
{
    private static readonly AlertFormatContext Voice = new(AlertChannel.Voice, new DateTimeOffset(2025, 4, 26, 14, 32, 5, TimeSpan.Zero));

    [Fact]
    public void Format_CriticalAlert_SaysWhoSpeaksAndThatItIsCritical()
    {
        var text = new CriticalAlertFormatter(new AlertTextOptions()).Format(new CriticalAlert("FULL COURSE YELLOW – debris at T11"), Voice);

        text.Text.Should().Be("PitWall critical alert. Full course yellow, debris at turn 11. Raised at 14:32 U T C.");
        text.Segments.Should().Be(0);
        text.Encoding.Should().BeNull();
    }

    [Fact]
    public void Format_LinesOfAMessage_AreSentences()
    {
        var text = new CriticalAlertFormatter(new AlertTextOptions()).Format(new CriticalAlert("RED FLAG\nStop\n\nPit lane closed!"), Voice);

        text.Text.Should().Contain("alert. Red flag. Stop. Pit lane closed! Raised");
    }

    [Fact]
    public void Format_AnotherLanguage_SaysItsPhrases()
    {
        var options = new AlertTextOptions
        {
            Speech = { Language = "es", CriticalAlert = "aviso crítico", RaisedAt = "A las {time}, hora universal" },
        };

        var text = new CriticalAlertFormatter(options).Format(new CriticalAlert("Bandera roja en 40 s"), Voice);

        text.Text.Should().Be("PitWall aviso crítico. Bandera roja en 40 s. A las 14:32, hora universal.");
    }

    [Fact]
    public void Format_ScriptThatIsLongInAUrl_IsCutToWhatACallHolds()
    {
        var text = new CriticalAlertFormatter(new AlertTextOptions()).Format(new CriticalAlert(new string('残', 900)), Voice);

        Uri.EscapeDataString(text.Text).Length.Should().BeInRange(4400, 4500);
        text.IsCut.Should().BeTrue();
        text.Warnings.Should().Equal("The text was cut to fit.");
        text.Layout.Should().Be(AlertLayout.Short);
    }
}
