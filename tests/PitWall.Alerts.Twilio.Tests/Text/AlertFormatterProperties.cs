using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class AlertFormatterProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(600);

    private static readonly DateTimeOffset RaisedAt = new(2025, 4, 26, 14, 32, 5, TimeSpan.Zero);

    private static readonly Arbitrary<(int Segments, int Reserved)> Budgets =
        (from segments in Gen.Choose(1, 4) from reserved in Gen.Elements(0, 0, AlertFormatContext.TrialPrefixUnits) select (segments, reserved)).ToArbitrary();

    [Fact]
    public void Format_AnySms_StaysInItsBudgetAndSaysWhatItCosts() => Prop.ForAll(Texts.Arbitrary, Budgets, (message, budget) =>
    {
        var options = new AlertTextOptions
        {
            StrategySegments = budget.Segments,
            CoachingSegments = budget.Segments,
            CriticalSegments = budget.Segments,
            BatchSegments = budget.Segments,
        };
        var context = new AlertFormatContext(AlertChannel.Sms, RaisedAt) { ReservedUnits = budget.Reserved };

        foreach (var text in FormatAll(message, options, context))
        {
            text.Segments.Should().BeInRange(1, budget.Segments);
            text.Segments.Should().Be(SmsText.Measure(new string(' ', budget.Reserved) + text.Text).Segments);
            text.Encoding.Should().Be(SmsText.Measure(text.Text).Encoding);
            text.Text.Should().Contain("PitWall 14:32");
            Texts.IsBroken(text.Text).Should().BeFalse();
        }
    }).Check(Thorough);

    [Fact]
    public void Format_AnyCriticalSms_IsCutOnlyByTwiliosLimit() => Prop.ForAll(Texts.Arbitrary, message =>
    {
        var text = new CriticalAlertFormatter(new AlertTextOptions()).Format(new CriticalAlert(message), new AlertFormatContext(AlertChannel.Sms, RaisedAt));

        text.Text.Length.Should().BeLessThanOrEqualTo(SmsText.MaxLength);
        if (message.Length < 700)
            text.IsCut.Should().BeFalse();
    }).Check(Thorough);

    [Fact]
    public void Format_AnyWhatsAppMessage_HoldsNoFormattingButOurs() => Prop.ForAll(Texts.Arbitrary, message =>
    {
        foreach (var text in FormatAll(message, new AlertTextOptions(), new AlertFormatContext(AlertChannel.WhatsApp, RaisedAt)))
        {
            text.Text.Length.Should().BeLessThanOrEqualTo(SmsText.MaxLength);
            text.Text.Should().NotContainAny("~", "`").And.EndWith(text.Layout == AlertLayout.Full ? "_PitWall 14:32:05 UTC_" : "_PitWall 14:32Z_");
            text.Text.Count(c => c == '_').Should().Be(2);
            foreach (var line in text.Text.Split('\n'))
                (line.Count(c => c == '*') % 2 == 0 && !line.StartsWith('>')).Should().BeTrue("{0} is formatted by us alone", line);
        }
    }).Check(Thorough);

    [Fact]
    public void Format_AnyCall_IsSpokenWithinOneDocument() => Prop.ForAll(Texts.Arbitrary, message =>
    {
        foreach (var text in FormatAll(message, new AlertTextOptions(), new AlertFormatContext(AlertChannel.Voice, RaisedAt)))
        {
            var twiml = TwimlSpeech.Say(text.Text, "Polly.Joanna", "en-US", times: 2, out var isCut);

            isCut.Should().BeFalse("the formatter already cut what a call does not hold");
            twiml.Length.Should().BeLessThanOrEqualTo(TwimlSpeech.MaxLength);
            XDocument.Parse(twiml).Root!.Elements("Say").Should().HaveCount(2);
        }
    }).Check(Thorough);

    private static IEnumerable<FormattedAlert> FormatAll(string message, AlertTextOptions options, AlertFormatContext context)
    {
        var strategy = new StrategyAlert(StrategyAlertType.GapAnalysis, message, AlertSeverity.High);
        var coaching = new CoachingAlert(CoachingAlertType.Cornering, message) { Category = "cornering", ImprovementArea = "racing_line" };
        var critical = new CriticalAlert(message);
        yield return new StrategyAlertFormatter(options).Format(strategy, context);
        yield return new CoachingAlertFormatter(options).Format(coaching, context);
        yield return new CriticalAlertFormatter(options).Format(critical, context);
        yield return new AlertBatchFormatter(options).Format(new AlertBatch(strategy, coaching, critical, strategy, coaching), context);
    }
}
