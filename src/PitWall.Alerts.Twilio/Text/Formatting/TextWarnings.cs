namespace PitWall.Alerts.Twilio.Text;

/// <summary>What somebody should know about a text. Most texts have none, and then nothing is allocated.</summary>
internal static class TextWarnings
{
    private const string Cut = "The text was cut to fit.";

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
            return [];

        var noTemplate = kind switch
        {
            AlertKind.Strategy => NoTemplate("Strategy"),
            AlertKind.Coaching => NoTemplate("Coaching"),
            AlertKind.Critical => NoTemplate("Critical"),
            _ => NoTemplate("Batch"),
        };
        return isCut ? [Cut, noTemplate] : [noTemplate];
    }

    private static string NoTemplate(string kind) =>
        $"WhatsAppTemplates:{kind} is not set: free text reaches only people who wrote within 24 hours, others fail with 63016 after Twilio accepted.";
}
