namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class BatchFormatterTests
{
    private static readonly AlertFormatContext Sms = new(AlertChannel.Sms, new DateTimeOffset(2025, 4, 26, 14, 32, 5, TimeSpan.Zero));

    [Fact]
    public void Format_SeveralTypes_CountsNumbersAndGroupsByUrgency()
    {
        var text = Format(
            new AlertTextOptions(),
            new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap until lap 34, then push"),
            new StrategyAlert(StrategyAlertType.PitStop, "Box this lap", AlertSeverity.High),
            new StrategyAlert(StrategyAlertType.Fuel, "Fuel short by 1.7 laps at this rate. Lift & coast", AlertSeverity.High),
            new CriticalAlert("RED FLAG"));

        text.Text.Should().Be(
            "4 alerts\n1. CRITICAL: RED FLAG\nPit Stop\n2. HIGH: Box this lap\nFuel\n3. HIGH: Fuel short by 1.7 laps at this rate. Lift & coast\n"
            + "4. MED: Target 2.9 l/lap until lap 34, then push\nPitWall 14:32:05 UTC");
        text.IsCut.Should().BeFalse();
        text.Segments.Should().Be(2);
    }

    [Fact]
    public void Format_OneAlert_IsCountedToo()
    {
        Format(new AlertTextOptions(), new CriticalAlert("RED FLAG")).Text.Should().Be("🚨 1 alert\n1. CRITICAL: RED FLAG\nPitWall 14:32:05 UTC");
    }

    [Fact]
    public void Format_MoreThanFits_ShowsTheMostUrgentAndCountsTheRest()
    {
        var alerts = Enumerable.Range(1, 30).Select(number => (Alert)new StrategyAlert(
            StrategyAlertType.GapAnalysis, $"Car {number} is closing at 0.12s a lap and will be with you in six laps", (AlertSeverity)((number % 3) + 1)));

        var text = Format(new AlertTextOptions(), [.. alerts]);

        text.Text.Should().StartWith("30 alerts\nGap Analysis\n1. HIGH: Car 2 is closing").And.NotContain("MED").And.NotContain("LOW");
        text.Text.Should().MatchRegex("6\\. HIGH: Car 17[^\n]*\\.\\.\\.\n\\+24 more\nPitWall 14:32Z$");
        text.Segments.Should().Be(3);
        text.IsCut.Should().BeTrue();
        text.Warnings.Should().Equal("The text was cut to fit.");
    }

    [Fact]
    public void Format_FirstAlertAlreadyTooLong_IsCut()
    {
        var text = Format(
            new AlertTextOptions { BatchSegments = 1 },
            new StrategyAlert(StrategyAlertType.Fuel, string.Join(' ', Enumerable.Repeat("Lift and coast.", 20))),
            new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap"));

        text.Text.Should().MatchRegex("^2 alerts\nFuel\n1\\. MED: (Lift and coast\\. )+\\.\\.\\.\n\\+1 more\nPitWall 14:32Z$");
        text.Segments.Should().Be(1);
    }

    [Fact]
    public void Format_EmojiThatCostsAlerts_IsLeftOut()
    {
        var alerts = Enumerable.Range(1, 6).Select(number => (Alert)new StrategyAlert(StrategyAlertType.Fuel, $"🔥 Target 2.{number} l/lap until lap 34, then push"));

        var text = Format(new AlertTextOptions(), [.. alerts]);

        text.Text.Should().StartWith("6 alerts\nFuel\n1. MED: Target 2.1").And.Contain("6. MED: Target 2.6 l/lap");
        text.Encoding.Should().Be(SmsEncoding.Gsm7);
        text.Warnings.Should().ContainSingle().Which.Should().Contain("Emoji");
    }

    [Fact]
    public void Format_LabelsThatLeaveNoRoom_StillSaysSomething()
    {
        var options = new AlertTextOptions { BatchSegments = 1, Labels = { Types = { ["fuel"] = new string('ф', 120) } } };

        var text = Format(options, new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap"));

        text.Text.Should().StartWith("1 alert\nффф").And.EndWith("...");
        text.Segments.Should().Be(1);
    }

    [Fact]
    public void Format_TenThousandAlerts_IsCountedWhole()
    {
        var alerts = Enumerable.Repeat<Alert>(new CoachingAlert(CoachingAlertType.Tires, "ok", AlertSeverity.Low), 10_000).ToArray();

        var text = Format(new AlertTextOptions(), alerts);

        text.Text.Should().StartWith("10000 alerts\nTires\n1. LOW: ok\n2. LOW: ok");
        text.Text.Should().MatchRegex("\\+99[0-9]{2} more\nPitWall 14:32Z$");
    }

    [Theory]
    [InlineData(AlertChannel.Sms)]
    [InlineData(AlertChannel.WhatsApp)]
    public async Task Format_ManyLongAlerts_ReadsEachAFewTimesOnly(AlertChannel channel)
    {
        var long100Kb = string.Concat(Enumerable.Repeat("café ", 20_000));
        var alerts = Enumerable.Repeat<Alert>(new StrategyAlert(StrategyAlertType.PitStop, long100Kb), 300).ToArray();

        // Minutes, when every count of alerts was tried with all of their words.
        var text = await Task.Run(() => new AlertBatchFormatter(new AlertTextOptions()).Format(new AlertBatch(alerts), Sms with { Channel = channel }))
            .WaitAsync(TimeSpan.FromSeconds(15));

        text.Text.Should().Contain("MED: café").And.Contain("+299 more");
        text.IsCut.Should().BeTrue();
    }

    [Fact]
    public void Format_TenThousandAlertsSpoken_IsCountedWhole()
    {
        var alerts = Enumerable.Repeat<Alert>(new CoachingAlert(CoachingAlertType.Tires, "ok", AlertSeverity.Low), 10_000).ToArray();

        var text = new AlertBatchFormatter(new AlertTextOptions()).Format(new AlertBatch(alerts), Sms with { Channel = AlertChannel.Voice });

        text.Text.Should().StartWith("PitWall. 10000 alerts. Alert 1. Low priority. Tires. ok. Alert 2.").And.MatchRegex("And 99[0-9]{2} more\\. 14:32 U T C\\.$");
        text.IsCut.Should().BeTrue();
    }

    private static FormattedAlert Format(AlertTextOptions options, params Alert[] alerts) => new AlertBatchFormatter(options).Format(new AlertBatch(alerts), Sms);
}
