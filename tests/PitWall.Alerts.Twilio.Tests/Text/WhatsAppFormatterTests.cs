namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class WhatsAppFormatterTests
{
    private static readonly AlertFormatContext WhatsApp = new(AlertChannel.WhatsApp, new DateTimeOffset(2025, 4, 26, 14, 32, 5, TimeSpan.Zero));

    private const string Sid = "HX00000000000000000000000000000000";

    [Fact]
    public void Format_FormattingCharactersOfTheMessage_AreNeutral()
    {
        var sut = new StrategyAlertFormatter(new AlertTextOptions());

        var text = sut.Format(new StrategyAlert(StrategyAlertType.Fuel, "> *2.9* _l_ ~3~ `4`\n- lift\n-0.3s > 2"), WhatsApp);

        text.Text.Should().Be("🟡 *MED: Fuel*\n› ∗2.9∗ ˍlˍ ∼3∼ ˋ4ˋ\n– lift\n-0.3s > 2\n_PitWall 14:32:05 UTC_");
        text.Segments.Should().Be(0);
        text.Encoding.Should().BeNull();
    }

    [Fact]
    public void Format_WithoutATemplate_WarnsOfTheWindow()
    {
        var sut = new CoachingAlertFormatter(new AlertTextOptions());

        var text = sut.Format(new CoachingAlert(CoachingAlertType.Tires, "Slow down"), WhatsApp);

        text.ContentSid.Should().BeNull();
        text.Warnings.Should().ContainSingle().Which.Should().Contain("WhatsAppTemplates:Coaching").And.Contain("63016");
    }

    [Fact]
    public void Format_WithATemplate_FillsTheVariablesThatAreMapped()
    {
        var options = new AlertTextOptions
        {
            WhatsAppTemplates =
            {
                Coaching = new() { ContentSid = Sid, TypeVariable = "type", TimeVariable = "", CategoryVariable = "area", FocusVariable = "focus" },
            },
        };
        var sut = new CoachingAlertFormatter(options);

        var text = sut.Format(new CoachingAlert(CoachingAlertType.BrakingTechnique, "Brake\nlater   at *T12*", AlertSeverity.Low) { Category = "corner_entry" }, WhatsApp);

        text.ContentSid.Should().Be(Sid);
        text.ContentVariables.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["type"] = "Braking Technique",
            ["2"] = "Brake later at *T12*",
            ["3"] = "LOW",
            ["area"] = "Corner entry",
            ["focus"] = "-",
        });
        text.Warnings.Should().BeEmpty();
        text.IsCut.Should().BeFalse();
    }

    [Fact]
    public void Format_NothingToShowInAVariable_IsADash()
    {
        var options = new AlertTextOptions
        {
            Labels = { Low = "" },
            WhatsAppTemplates = { Coaching = new() { ContentSid = Sid, CategoryVariable = "5" } },
        };
        var sut = new CoachingAlertFormatter(options);

        var text = sut.Format(new CoachingAlert(CoachingAlertType.Tires, "Slow down", AlertSeverity.Low) { Category = "\u0001" }, WhatsApp);

        text.ContentVariables.Should().Contain("3", "-").And.Contain("5", "-");
    }

    [Fact]
    public void Format_MessageTooLongForATemplate_IsCutInIt()
    {
        var options = new AlertTextOptions { WhatsAppTemplates = { Critical = new() { ContentSid = Sid } } };
        var sut = new CriticalAlertFormatter(options);

        var text = sut.Format(new CriticalAlert(string.Join(' ', Enumerable.Repeat("Debris at T11.", 70))), WhatsApp);

        text.ContentVariables!["2"].Length.Should().BeInRange(780, 810);
        text.ContentVariables["2"].Should().EndWith("...");
        text.IsCut.Should().BeTrue();
    }

    [Fact]
    public void Format_BatchWithATemplate_HoldsTheAlertsInOneLine()
    {
        var options = new AlertTextOptions { WhatsAppTemplates = { Batch = new() { ContentSid = Sid } } };
        var sut = new AlertBatchFormatter(options);

        var text = sut.Format(
            new AlertBatch(
                new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap\nuntil lap 34"),
                new CriticalAlert("RED FLAG"),
                new StrategyAlert(StrategyAlertType.Fuel, "Fuel short", AlertSeverity.High)),
            WhatsApp);

        text.ContentVariables.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["1"] = "3 alerts",
            ["2"] = "1. CRITICAL: RED FLAG; 2. HIGH Fuel: Fuel short; 3. MED Fuel: Target 2.9 l/lap until lap 34",
            ["3"] = "CRITICAL",
            ["4"] = "14:32:05 UTC",
        });
    }

    [Theory]
    [InlineData(5)]
    [InlineData(400)]
    public void Format_BatchTooLongForATemplate_CountsWhatIsLeftOut(int words)
    {
        var options = new AlertTextOptions { WhatsAppTemplates = { Batch = new() { ContentSid = Sid } } };
        var alerts = Enumerable.Repeat<Alert>(new CriticalAlert(string.Join(' ', Enumerable.Repeat("Debris", words))), 40).ToArray();

        var text = new AlertBatchFormatter(options).Format(new AlertBatch(alerts), WhatsApp);

        text.ContentVariables!["2"].Should().MatchRegex("(Debris; |\\.\\.\\. )\\+[0-9]+ more$");
        text.ContentVariables["2"].Length.Should().BeLessThan(820);
        text.IsCut.Should().BeTrue();
    }
}
