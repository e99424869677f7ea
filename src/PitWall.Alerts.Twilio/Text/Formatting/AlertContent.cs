namespace PitWall.Alerts.Twilio.Text;

/// <summary>What any single alert says, whatever its record.</summary>
internal readonly record struct AlertContent(
    AlertKind Kind, AlertSeverity Severity, string Type, string Message, string? Category, string? Focus)
{
    public static AlertContent Of(Alert alert) => alert switch
    {
        StrategyAlert strategy => new(AlertKind.Strategy, alert.Severity, strategy.Type.Name, alert.Message, null, null),
        CoachingAlert coaching => new(
            AlertKind.Coaching, alert.Severity, coaching.Type.Name, alert.Message, NullIfBlank(coaching.Category), NullIfBlank(coaching.ImprovementArea)),
        _ => new(AlertKind.Critical, alert.Severity, string.Empty, alert.Message, null, null),
    };

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
