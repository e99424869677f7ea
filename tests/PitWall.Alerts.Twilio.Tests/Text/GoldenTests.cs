using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class GoldenTests
{
    private static readonly DateTimeOffset RaisedAt = new(2025, 4, 26, 14, 32, 5, TimeSpan.Zero);

    private static readonly AlertTextOptions Options = new();

    private static readonly AlertTextOptions Terse = new() { Layout = AlertLayout.Short };

    public static TheoryData<string, AlertChannel> Channels => new()
    {
        { "sms", AlertChannel.Sms },
        { "whatsapp", AlertChannel.WhatsApp },
        { "voice", AlertChannel.Voice },
    };

    [Theory]
    [MemberData(nameof(Channels))]
    public void Format_EveryExample_ReadsAsInTheGoldenFile(string name, AlertChannel channel)
    {
        var golden = new StringBuilder();

        foreach (var example in AlertExample.All)
        {
            var title = string.Join(' ', new[] { example.Kind, example.Type, example.Severity }.Where(part => part.Length > 0));
            Append(golden, title, Format(example.ToAlert(), Options, channel));
        }

        GoldenFile.ShouldMatch($"examples.{name}.txt", golden.ToString());
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void Format_EveryKindSeverityAndLayout_ReadsAsInTheGoldenFile(string name, AlertChannel channel)
    {
        const string Message = "Gap ±0.8s – push now";
        var longMessage = string.Join(' ', Enumerable.Repeat("Fuel short by 1.7 laps at this rate, lift 120 m before T1.", channel == AlertChannel.Sms ? 3 : 34));
        var golden = new StringBuilder();

        foreach (var severity in new[] { AlertSeverity.High, AlertSeverity.Medium, AlertSeverity.Low })
        {
            foreach (var (layout, options, message) in new[]
            {
                ("Full", Options, Message), ("Short", Terse, Message), ("Short and cut", Options, longMessage),
            })
            {
                Append(golden, $"strategy {severity} {layout}", Format(new StrategyAlert(StrategyAlertType.GapAnalysis, message, severity), options, channel));
                Append(golden, $"coaching {severity} {layout}", Format(
                    new CoachingAlert(CoachingAlertType.Cornering, message, severity) { Category = "cornering", ImprovementArea = "racing_line" },
                    options,
                    channel));
                Append(golden, $"critical {severity} {layout}", Format(new CriticalAlert(message) { Severity = severity }, options, channel));
            }
        }

        GoldenFile.ShouldMatch($"layouts.{name}.txt", golden.ToString());
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void Format_Batches_ReadAsInTheGoldenFile(string name, AlertChannel channel)
    {
        var golden = new StringBuilder();
        var alerts = AlertExample.All.Select(example => example.ToAlert()).ToArray();

        foreach (var (title, batch) in new (string, Alert[])[]
        {
            ("one alert", alerts[..1]),
            ("three alerts", [alerts[9], alerts[2], alerts[8]]),
            ("strategy", alerts[..6]),
            ("coaching", alerts[12..17]),
            ("everything", alerts),
        })
        {
            foreach (var (layout, options) in new[] { ("Full", Options), ("Short", Terse) })
                Append(golden, $"{title}, {layout}", new AlertBatchFormatter(options).Format(new AlertBatch(batch), new(channel, RaisedAt)));
        }

        GoldenFile.ShouldMatch($"batches.{name}.txt", golden.ToString());
    }

    [Fact]
    public void Format_OnATrialAccount_LeavesRoomForItsPrefix()
    {
        var golden = new StringBuilder();

        foreach (var example in AlertExample.All)
        {
            Append(golden, $"{example.Kind} {example.Type}", Format(
                example.ToAlert(), Options, new AlertFormatContext(AlertChannel.Sms, RaisedAt) { ReservedUnits = AlertFormatContext.TrialPrefixUnits }));
        }

        GoldenFile.ShouldMatch("examples.sms.trial.txt", golden.ToString());
    }

    private static FormattedAlert Format(Alert alert, AlertTextOptions options, AlertChannel channel) => Format(alert, options, new AlertFormatContext(channel, RaisedAt));

    private static FormattedAlert Format(Alert alert, AlertTextOptions options, AlertFormatContext context) => alert switch
    {
        StrategyAlert strategy => new StrategyAlertFormatter(options).Format(strategy, context),
        CoachingAlert coaching => new CoachingAlertFormatter(options).Format(coaching, context),
        _ => new CriticalAlertFormatter(options).Format((CriticalAlert)alert, context),
    };

    private static void Append(StringBuilder golden, string title, FormattedAlert text)
    {
        golden.Append(CultureInfo.InvariantCulture, $"=== {title}\n--- {text.Layout}");
        if (text.Encoding is { } encoding)
        {
            var measure = SmsText.Measure(text.Text);
            golden.Append(CultureInfo.InvariantCulture, $", {text.Segments} x {encoding}, {measure.Units} units");
        }
        else
        {
            golden.Append(CultureInfo.InvariantCulture, $", {text.Text.Length} characters");
        }

        golden.Append(text.IsCut ? ", cut" : string.Empty).Append('\n').Append(text.Text).Append("\n\n");
    }
}
