namespace PitWall.Alerts.Twilio;

/// <summary>The words and markers around a message. Replace them to send alerts in another language.</summary>
/// <remarks>
/// Words are free text. A single character outside GSM-7 without a GSM-7 look-alike makes every SMS with that word UCS-2, 70
/// characters a segment.
/// </remarks>
public sealed class AlertLabels
{
    /// <summary>The marker of high severity. Default <c>HIGH</c>.</summary>
    public string High { get; set; } = "HIGH";

    /// <summary>The marker of medium severity. Default <c>MED</c>.</summary>
    public string Medium { get; set; } = "MED";

    /// <summary>The marker of low severity. Default <c>LOW</c>.</summary>
    public string Low { get; set; } = "LOW";

    /// <summary>The marker of a critical alert. Default <c>CRITICAL</c>.</summary>
    public string Critical { get; set; } = "CRITICAL";

    /// <summary>The emoji of high severity, shown where it costs nothing. Default 🔴; empty: none.</summary>
    public string HighEmoji { get; set; } = "🔴";

    /// <summary>The emoji of medium severity, shown where it costs nothing. Default 🟡; empty: none.</summary>
    public string MediumEmoji { get; set; } = "🟡";

    /// <summary>The emoji of low severity, shown where it costs nothing. Default 🟢; empty: none.</summary>
    public string LowEmoji { get; set; } = "🟢";

    /// <summary>The emoji of a critical alert, shown where it costs nothing. Default 🚨; empty: none.</summary>
    public string CriticalEmoji { get; set; } = "🚨";

    /// <summary>The label of a coaching alert's category, shown if there is room. Default <c>Category</c>.</summary>
    public string Category { get; set; } = "Category";

    /// <summary>The label of a coaching alert's improvement area, shown if there is room. Default <c>Focus</c>.</summary>
    public string Focus { get; set; } = "Focus";

    /// <summary>The title of a batch of one alert. Default <c>1 alert</c>.</summary>
    public string BatchTitleOfOne { get; set; } = "1 alert";

    /// <summary>The title of a batch; <c>{count}</c> is the number of alerts in it. Default <c>{count} alerts</c>.</summary>
    public string BatchTitle { get; set; } = "{count} alerts";

    /// <summary>
    /// The last line of a batch that did not fit; <c>{count}</c> is the number of alerts left out. Default <c>+{count} more</c>.
    /// </summary>
    public string BatchMore { get; set; } = "+{count} more";

    /// <summary>
    /// Labels of alert types, keyed by wire name (<c>tire_wear</c>). Default empty: the label is built from the name, "Tire Wear".
    /// </summary>
    public IDictionary<string, string> Types { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Labels of categories and improvement areas, keyed by name (<c>corner_exit</c>). Default empty: the name's words, "corner exit".
    /// </summary>
    public IDictionary<string, string> Areas { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
