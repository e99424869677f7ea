namespace PitWall.Alerts.Twilio.Text;

/// <summary>Which alerts of a batch come first.</summary>
internal static class BatchOrder
{
    /// <summary>All alerts, the most urgent first; equals stay in the order they were given.</summary>
    public static AlertContent[] ByUrgency(IReadOnlyList<Alert> alerts) =>
        [.. alerts.Select(AlertContent.Of).OrderByDescending(Urgency)];

    /// <summary>The same alerts with those of one type together, the type with the most urgent alert first.</summary>
    public static IEnumerable<AlertContent> ByType(IEnumerable<AlertContent> alerts) =>
        alerts.GroupBy(alert => (alert.Kind, alert.Type)).SelectMany(group => group);

    private static int Urgency(AlertContent alert) => alert.Kind == AlertKind.Critical ? int.MaxValue : (int)alert.Severity;
}
