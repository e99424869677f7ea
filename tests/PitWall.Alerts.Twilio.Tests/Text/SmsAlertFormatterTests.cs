using System.Globalization;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class SmsAlertFormatterTests
{
    private static readonly AlertFormatContext Sms = new(AlertChannel.Sms, new DateTimeOffset(2025, 4, 26, 16, 32, 5, TimeSpan.FromHours(2)));

    public static TheoryData<int> StrategyAndCoachingExamples =>
        new(Enumerable.Range(0, AlertExample.All.Count).Where(index => AlertExample.All[index].Kind != "critical"));

    [Theory]
    [MemberData(nameof(StrategyAndCoachingExamples))]
    public void Format_EveryExample_IsOneGsm7SegmentAndLosesNothing(int index)
    {
        var example = AlertExample.All[index];

        var text = Format(example.ToAlert(), new AlertTextOptions());

        text.Should().Match<FormattedAlert>(t => t.Segments == 1 && t.Encoding == SmsEncoding.Gsm7 && !t.IsCut && t.Warnings.Count == 0);
        text.Text.Should().ContainAll(
            "PitWall",
            Words(example.Type),
            SmsText.ToGsm7(example.Message).Text,
            example.Severity switch { "high" => "HIGH", "medium" => "MED", _ => "LOW" },
            "14:32:05 UTC");
        text.Text.ToLowerInvariant().Should().ContainAll(example.Category.Replace('_', ' '), example.FocusArea.Replace('_', ' '));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Format_UnderAnyCulture_ReadsTheSame(string culture)
    {
        var previous = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            foreach (var channel in Enum.GetValues<AlertChannel>())
            {
                var text = Format(new CoachingAlert(new CoachingAlertType("drift_in"), "Diff 1.5") { Category = "tires" }, new AlertTextOptions(), Sms with { Channel = channel });

                text.Text.Should().Contain("Drift In").And.Contain("14:32");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    [Fact]
    public void Format_AnotherLanguage_UsesItsLabelsAndMeasuresThem()
    {
        var options = new AlertTextOptions
        {
            Labels =
            {
                High = "ALTA", Critical = "CRÍTICO", Focus = "Enfoque", Category = "Categoría",
                Types = { ["tire_wear"] = "Desgaste de neumáticos" },
                Areas = { ["braking"] = "frenada" },
            },
        };

        var strategy = Format(new StrategyAlert(StrategyAlertType.TireWear, "Delantero izquierdo al 41 % y cayendo, ventana vueltas 15-17", AlertSeverity.High), options);
        var coaching = Format(new CoachingAlert(CoachingAlertType.Cornering, new string('x', 60), AlertSeverity.High) { Category = "braking" }, options);
        var critical = Format(new CriticalAlert("BANDERA ROJA. Reduce la velocidad, prohibido adelantar, vuelve a boxes"), options);

        strategy.Text.Should().StartWith("ALTA: Desgaste de neumaticos\nDelantero");
        strategy.Encoding.Should().Be(SmsEncoding.Gsm7);
        coaching.Text.Should().Contain("\nCategoria: frenada\n");
        critical.Text.Should().StartWith("CRITICO: BANDERA ROJA.");
    }

    [Fact]
    public void Format_LabelsOutsideGsm7_TakeUcs2WithTheEmoji()
    {
        var options = new AlertTextOptions { Labels = { High = "高", Types = { ["fuel"] = "燃料" } } };

        var text = Format(new StrategyAlert(StrategyAlertType.Fuel, "残り15周、燃料が足りない", AlertSeverity.High), options);

        text.Text.Should().Be("🔴 高: 燃料\n残り15周、燃料が足りない\nPitWall 14:32:05 UTC");
        text.Encoding.Should().Be(SmsEncoding.Ucs2);
        text.Segments.Should().Be(1);
        text.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Format_ScriptWithoutSpaces_IsCutBetweenCharactersAndSaysWhy()
    {
        var text = Format(new StrategyAlert(StrategyAlertType.Fuel, string.Concat(Enumerable.Repeat("残り十五周でピットイン", 6))), new AlertTextOptions());

        text.Text.Should().MatchRegex("^MED: Fuel\n(残り十五周でピットイン){3}残?り?十?五?周?で?ピ?ッ?ト?\\.\\.\\.\nPitWall 14:32Z$");
        text.Segments.Should().Be(1);
        text.IsCut.Should().BeTrue();
        text.Warnings.Should().Equal("The text was cut to fit.", "U+6B8B at 10 cannot be written in GSM-7: a segment holds 70 characters instead of 160.");
    }

    [Fact]
    public void Format_TailOutsideGsm7_IsWhatIsCut()
    {
        var message = "Box this lap, box this lap. Fuel to end, fresh softs, no wing change, then push to the end. 残り15周";

        var text = Format(new StrategyAlert(StrategyAlertType.PitStop, message, AlertSeverity.High), new AlertTextOptions());

        text.Text.Should().Be(
            "HIGH: Pit Stop\nBox this lap, box this lap. Fuel to end, fresh softs, no wing change, then push to the end. ...\nPitWall 14:32Z");
        text.Encoding.Should().Be(SmsEncoding.Gsm7);
        text.IsCut.Should().BeTrue();
    }

    [Fact]
    public void Format_EmojiInAMessageThatFits_Stays()
    {
        var text = Format(new StrategyAlert(StrategyAlertType.PitStop, "🔥 Box now"), new AlertTextOptions());

        text.Text.Should().Be("🟡 MED: Pit Stop\n🔥 Box now\nPitWall 14:32:05 UTC");
        text.IsCut.Should().BeFalse();
    }

    [Fact]
    public void Format_EmojiInAMessageThatDoesNotFit_GoesBeforeAnyWord()
    {
        const string Message = "🔥🏎️ Box this lap, box this lap. Fuel to end – fresh softs, no wing change";

        var text = Format(new StrategyAlert(StrategyAlertType.PitStop, Message, AlertSeverity.High), new AlertTextOptions());

        text.Text.Should().Be("HIGH: Pit Stop\nBox this lap, box this lap. Fuel to end - fresh softs, no wing change\nPitWall 14:32:05 UTC");
        text.IsCut.Should().BeTrue();
        text.Warnings.Should().ContainSingle().Which.Should().Contain("Emoji");
    }

    [Theory]
    [InlineData("Pit window open. Fuel short by 1.7 laps, lift 120 m before turn one and", " 120 m before turn one and...")]
    [InlineData("Pit window open. Fuel short by 1.7 laps at this rate, and so lift at 120", " and so lift at...")]
    [InlineData("Pit window open. Fuel short by 1.7 laps at this rate, and so go for lap 15,", " for lap 15 ...")]
    [InlineData("Pit window open. Fuel short by 1.7 laps at this rate. So box on lap 15. And", " on lap 15. And...")]
    public void Format_LongMessage_IsCutWhereNoNumberIsMisread(string beginning, string expectedEnd)
    {
        // What is kept is as long as the room left for it, and the next word would not fit.
        var head = new string('w', 118 - beginning.Length) + " ";

        var text = Format(new StrategyAlert(StrategyAlertType.Fuel, head + beginning + " kilometersandmore of it", AlertSeverity.High), new AlertTextOptions());

        text.Text.Split('\n')[1].Should().EndWith(expectedEnd);
    }

    [Theory]
    [InlineData("Brake 10 m earlier into T12 and hold the car right, 55 is on the inside", "55 is on the inside\nPitWall 14:32:05 UTC")]
    [InlineData("Brake 10 m earlier into T12 and hold the car right, 55 is on the inside. Then give him room at T13, and no lower than 4th. And so on and on", "and no lower than 4th. And...\nPitWall 14:32Z")]
    public void Format_CoachingThatDoesNotFit_LosesItsAreasBeforeAnyWord(string message, string expectedEnd)
    {
        var alert = new CoachingAlert(CoachingAlertType.Cornering, message, AlertSeverity.High)
        {
            Category = "corner exit and traction management in medium speed",
            ImprovementArea = "throttle application after the apex with worn rears",
        };

        var text = Format(alert, new AlertTextOptions());

        text.Text.Should().Contain("into T12 and hold the car right, 55 is on the inside").And.EndWith(expectedEnd);
        text.Segments.Should().Be(1);
        text.IsCut.Should().BeTrue();
        text.Warnings.Should().Equal("The text was cut to fit.");
    }

    [Fact]
    public void Format_LinesOfAMessage_StayInFullAndJoinInShort()
    {
        var alert = new StrategyAlert(StrategyAlertType.PitStop, " Box this lap\r\n\r\n  Fresh softs\t ");

        Format(alert, new AlertTextOptions()).Text.Should().Be("🟡 MED: Pit Stop\nBox this lap\nFresh softs\nPitWall 14:32:05 UTC");
        Format(alert, new AlertTextOptions { Layout = AlertLayout.Short }).Text.Should().Be("🟡 MED: Pit Stop\nBox this lap Fresh softs\nPitWall 14:32Z");
    }

    [Fact]
    public void Format_LongCriticalAlert_TakesTheSegmentsItNeeds()
    {
        var message = string.Join(' ', Enumerable.Repeat("Debris at T11, pit lane open in 40s.", 20));

        var text = Format(new CriticalAlert(message), new AlertTextOptions());

        text.Text.Should().Contain(message);
        text.Segments.Should().Be(6);
        text.IsCut.Should().BeFalse();
    }

    [Fact]
    public void Format_CriticalAlertBeyondTwiliosLimit_SaysThatItIsCut()
    {
        var message = string.Join(' ', Enumerable.Repeat("Debris at T11, pit lane open in 40s.", 60));

        var text = Format(new CriticalAlert(message), new AlertTextOptions());

        text.Text.Length.Should().BeInRange(1560, SmsText.MaxLength);
        text.Text.Should().EndWith("...\nPitWall 14:32Z");
        text.IsCut.Should().BeTrue();
        text.Warnings.Should().Equal("The text was cut to fit.");
    }

    [Fact]
    public void Format_LabelsThatLeaveNoRoom_AreCutThemselves()
    {
        var options = new AlertTextOptions { Labels = { Types = { ["fuel"] = new string('ф', 90) } } };

        var text = Format(new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap"), options);

        text.Segments.Should().Be(1);
        text.Text.Should().StartWith("MED: ффф").And.EndWith("...");
    }

    [Fact]
    public void Format_OptionsChanged_ReadsThemEachTime()
    {
        var options = new AlertTextOptions();
        var sut = new StrategyAlertFormatter(() => options);
        var alert = new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9 l/lap");

        options = new AlertTextOptions { ProductName = "Endurance" };

        sut.Format(alert, Sms).Text.Should().Contain("Endurance 14:32:05 UTC");
    }

    [Fact]
    public void Format_DefaultTexts_AllocateTheTextAlone()
    {
        var sut = new StrategyAlertFormatter(new AlertTextOptions());
        var alert = new StrategyAlert(StrategyAlertType.TireWear, "Critical tire wear: 15% remaining. Pit window: Laps 15-17", AlertSeverity.High);
        var text = sut.Format(alert, Sms).Text;

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = sut.Format(alert, Sms);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A string: header, length, characters and the closing null, rounded to words.
        allocated.Should().BeLessThanOrEqualTo(24 + (2 * text.Length) + 8);
    }

    private static FormattedAlert Format(Alert alert, AlertTextOptions options) => Format(alert, options, Sms);

    private static FormattedAlert Format(Alert alert, AlertTextOptions options, AlertFormatContext context) => alert switch
    {
        StrategyAlert strategy => new StrategyAlertFormatter(options).Format(strategy, context),
        CoachingAlert coaching => new CoachingAlertFormatter(options).Format(coaching, context),
        _ => new CriticalAlertFormatter(options).Format((CriticalAlert)alert, context),
    };

    private static string Words(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('_', ' '));
}
