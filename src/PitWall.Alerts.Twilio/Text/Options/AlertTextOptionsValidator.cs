using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Finds what is wrong with the options of texts, and names each property.</summary>
internal static partial class AlertTextOptionsValidator
{
    private const int MostSegments = 24;
    private const int LongestProductName = 40;

    /// <param name="options">The options.</param>
    /// <param name="path">What stands before the names of the properties, such as <c>PitWall:Twilio:Text</c>.</param>
    /// <returns>One sentence for each problem.</returns>
    public static IEnumerable<string> Validate(AlertTextOptions options, string path)
    {
        if (string.IsNullOrWhiteSpace(options.ProductName) || options.ProductName.Length > LongestProductName)
            yield return $"{path}:{nameof(options.ProductName)} must have 1 to {LongestProductName} characters.";

        if (!Enum.IsDefined(options.Layout))
            yield return $"{path}:{nameof(options.Layout)} must be {AlertLayout.Full} or {AlertLayout.Short}, not {(int)options.Layout}.";

        foreach (var (name, value) in new[]
        {
            (nameof(options.StrategySegments), options.StrategySegments),
            (nameof(options.CoachingSegments), options.CoachingSegments),
            (nameof(options.BatchSegments), options.BatchSegments),
            (nameof(options.CriticalSegments), options.CriticalSegments ?? 1),
        })
        {
            if (value is < 1 or > MostSegments)
                yield return $"{path}:{name} must be between 1 and {MostSegments}, not {value}.";
        }

        if (options.PricePerSegment < 0)
            yield return $"{path}:{nameof(options.PricePerSegment)} must not be negative.";

        if (options.Currency is not { Length: 3 } || !options.Currency.All(char.IsAsciiLetter))
            yield return $"{path}:{nameof(options.Currency)} must be three letters, such as USD.";

        foreach (var (name, value) in new (string, object?)[]
        {
            (nameof(options.Labels), options.Labels),
            ($"{nameof(options.Labels)}:{nameof(AlertLabels.Types)}", options.Labels is null ? string.Empty : options.Labels.Types),
            ($"{nameof(options.Labels)}:{nameof(AlertLabels.Areas)}", options.Labels is null ? string.Empty : options.Labels.Areas),
            (nameof(options.Speech), options.Speech),
            ($"{nameof(options.Speech)}:{nameof(AlertSpeechOptions.Language)}", options.Speech is null ? string.Empty : options.Speech.Language),
            ($"{nameof(options.Speech)}:{nameof(AlertSpeechOptions.Pronunciations)}", options.Speech is null ? string.Empty : options.Speech.Pronunciations),
            (nameof(options.WhatsAppTemplates), options.WhatsAppTemplates),
        })
        {
            if (value is null)
                yield return $"{path}:{name} must not be null.";
        }

        if (options.WhatsAppTemplates is not { } templates)
            yield break;

        foreach (var (kind, template) in new[]
        {
            (nameof(templates.Strategy), templates.Strategy),
            (nameof(templates.Coaching), templates.Coaching),
            (nameof(templates.Critical), templates.Critical),
            (nameof(templates.Batch), templates.Batch),
        })
        {
            if (template is null)
                continue;

            foreach (var problem in Validate(template))
                yield return $"{path}:{nameof(options.WhatsAppTemplates)}:{kind}:{problem}";
        }
    }

    private static IEnumerable<string> Validate(WhatsAppTemplate template)
    {
        if (!string.IsNullOrEmpty(template.ContentSid) && !ContentSid().IsMatch(template.ContentSid))
            yield return $"{nameof(template.ContentSid)} must be HX and 32 hexadecimal digits.";

        var variables = new[]
        {
            template.TypeVariable, template.MessageVariable, template.SeverityVariable, template.TimeVariable,
            template.CategoryVariable, template.FocusVariable,
        };
        foreach (var twice in variables.Where(name => !string.IsNullOrEmpty(name)).CountBy(name => name).Where(count => count.Value > 1))
            yield return $"variable \"{twice.Key}\" has {twice.Value} meanings; give each its own name, or none.";
    }

    [GeneratedRegex("^HX[0-9a-fA-F]{32}\\z")]
    private static partial Regex ContentSid();
}
