namespace PitWall.Alerts.Twilio.Text;

/// <summary>Problems of a text that deserve attention. Most texts have none, and then nothing is allocated.</summary>
internal static class TextWarnings
{
    private const string Cut = "The text was cut to fit.";
    private const string NoSymbols = "Emoji of the message were left out: with them the text would not have fit.";

    private static readonly IReadOnlyList<string> NoStrategyTemplate = NoTemplate(nameof(WhatsAppTemplateOptions.Strategy));
    private static readonly IReadOnlyList<string> NoCoachingTemplate = NoTemplate(nameof(WhatsAppTemplateOptions.Coaching));
    private static readonly IReadOnlyList<string> NoCriticalTemplate = NoTemplate(nameof(WhatsAppTemplateOptions.Critical));
    private static readonly IReadOnlyList<string> NoBatchTemplate = NoTemplate(nameof(WhatsAppTemplateOptions.Batch));

    public static IReadOnlyList<string> For(SmsMeasure measure, bool isCut, bool isGsm7)
    {
        if (isGsm7 || (!isCut && measure.Segments == 1))
            return isCut ? [Cut] : [];

        var costly = $"U+{measure.Ucs2Character?.Value:X4} at {measure.Ucs2Index} cannot be written in GSM-7: a segment holds 70 characters instead of 160.";
        return isCut ? [Cut, costly] : [costly];
    }

    public static IReadOnlyList<string> ForWhatsApp(AlertKind kind, bool isCut, bool hasTemplate)
    {
        if (hasTemplate)
            return isCut ? [Cut] : [];

        var noTemplate = kind switch
        {
            AlertKind.Strategy => NoStrategyTemplate,
            AlertKind.Coaching => NoCoachingTemplate,
            AlertKind.Critical => NoCriticalTemplate,
            _ => NoBatchTemplate,
        };
        return isCut ? [Cut, .. noTemplate] : noTemplate;
    }

    public static IReadOnlyList<string> WithoutSymbols(IReadOnlyList<string> others) => [NoSymbols, .. others];

    private static IReadOnlyList<string> NoTemplate(string kind) =>
    [
        $"Text:WhatsAppTemplates:{kind} is not set: free text reaches only people who wrote within 24 hours; to others it fails with 63016 after Twilio took it.",
    ];
}
