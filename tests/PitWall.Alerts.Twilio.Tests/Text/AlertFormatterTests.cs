namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class AlertFormatterTests
{
    private static readonly DateTimeOffset RaisedAt = new(2025, 4, 26, 16, 32, 5, TimeSpan.FromHours(2));

    [Fact]
    public void Format_StrategyAlertAsSms_IsOneGsm7SegmentWithEverything()
    {
        var sut = new StrategyAlertFormatter(new AlertTextOptions());
        var alert = new StrategyAlert(StrategyAlertType.TireWear, "Critical tire wear: 15% remaining. Pit window: Laps 15-17", AlertSeverity.High);

        var text = sut.Format(alert, new AlertFormatContext(AlertChannel.Sms, RaisedAt));

        text.Text.Should().Be("HIGH: Tire Wear\nCritical tire wear: 15% remaining. Pit window: Laps 15-17\nPitWall 14:32:05 UTC");
        text.Encoding.Should().Be(SmsEncoding.Gsm7);
        text.Segments.Should().Be(1);
    }

    [Fact]
    public void Format_ShortMessage_ShowsTheEmojiBecauseItIsFree()
    {
        var sut = new CoachingAlertFormatter(new AlertTextOptions());
        var alert = new CoachingAlert(new CoachingAlertType("late_brake"), "Brake later", AlertSeverity.Low);

        var text = sut.Format(alert, new AlertFormatContext(AlertChannel.Sms, RaisedAt));

        text.Text.Should().Be("🟢 LOW: Late Brake\nBrake later\nPitWall 14:32:05 UTC");
        text.Segments.Should().Be(1);
    }

    [Fact]
    public void Format_CriticalAlertAsWhatsApp_UsesTheTemplateThatIsSet()
    {
        var options = new AlertTextOptions { WhatsAppTemplates = { Critical = new() { ContentSid = "HX" + new string('0', 32) } } };
        var sut = new CriticalAlertFormatter(options);

        var text = sut.Format(new CriticalAlert("RED FLAG"), new AlertFormatContext(AlertChannel.WhatsApp, RaisedAt));

        text.ContentSid.Should().Be("HX" + new string('0', 32));
        text.ContentVariables.Should().Equal(new Dictionary<string, string>
        {
            ["1"] = "CRITICAL",
            ["2"] = "RED FLAG",
            ["3"] = "CRITICAL",
            ["4"] = "14:32:05 UTC",
        });
        text.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Format_Batch_CountsNumbersAndGroups()
    {
        var sut = new AlertBatchFormatter(new AlertTextOptions());
        var batch = new AlertBatch(
            new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap until lap 34, then push"),
            new StrategyAlert(StrategyAlertType.PitStop, "Box this lap", AlertSeverity.High),
            new StrategyAlert(StrategyAlertType.Fuel, "Fuel short by 1.7 laps at this rate. Lift & coast", AlertSeverity.High));

        var text = sut.Format(batch, new AlertFormatContext(AlertChannel.Sms, RaisedAt));

        text.Text.Should().Be(
            "3 alerts\nPit Stop\n1. HIGH: Box this lap\nFuel\n2. HIGH: Fuel short by 1.7 laps at this rate. Lift & coast\n"
            + "3. MED: Target 2.9 l/lap until lap 34, then push\nPitWall 14:32:05 UTC");
        text.IsCut.Should().BeFalse();
    }
}
