namespace PitWall.Alerts.Twilio;

/// <summary>How alerts are spoken in a call.</summary>
public sealed class AlertSpeechOptions
{
    /// <summary>
    /// The language of messages and of the phrases below, as a BCP 47 tag. Default <c>en</c>. Numbers, units and abbreviations
    /// are spelled out for English; in any other language only <see cref="Pronunciations"/> apply.
    /// </summary>
    public string Language { get; set; } = "en";

    /// <summary>
    /// How to say an abbreviation, keyed by the abbreviation (<c>VSC</c> to <c>virtual safety car</c>); takes precedence over the
    /// built-in list. Whole words only, case-sensitive. Default empty.
    /// </summary>
    public IDictionary<string, string> Pronunciations { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is said after the product name for a strategy alert. Default <c>strategy alert</c>.</summary>
    public string StrategyAlert { get; set; } = "strategy alert";

    /// <summary>What is said after the product name for a coaching alert. Default <c>coaching</c>.</summary>
    public string CoachingAlert { get; set; } = "coaching";

    /// <summary>What is said after the product name for a critical alert. Default <c>critical alert</c>.</summary>
    public string CriticalAlert { get; set; } = "critical alert";

    /// <summary>What is said for high severity. Default <c>High severity</c>.</summary>
    public string HighSeverity { get; set; } = "High severity";

    /// <summary>What is said for medium severity. Default <c>Medium severity</c>.</summary>
    public string MediumSeverity { get; set; } = "Medium severity";

    /// <summary>What is said for low severity. Default <c>Low severity</c>.</summary>
    public string LowSeverity { get; set; } = "Low severity";

    /// <summary>What is said for a high coaching priority. Default <c>High priority</c>.</summary>
    public string HighPriority { get; set; } = "High priority";

    /// <summary>What is said for a medium coaching priority. Default <c>Medium priority</c>.</summary>
    public string MediumPriority { get; set; } = "Medium priority";

    /// <summary>What is said for a low coaching priority. Default <c>Low priority</c>.</summary>
    public string LowPriority { get; set; } = "Low priority";

    /// <summary>The title of a batch of one alert. Default <c>1 alert</c>.</summary>
    public string BatchTitleOfOne { get; set; } = "1 alert";

    /// <summary>The title of a batch; <c>{count}</c> is the number of alerts in it. Default <c>{count} alerts</c>.</summary>
    public string BatchTitle { get; set; } = "{count} alerts";

    /// <summary>What is said before each alert of a batch; <c>{number}</c> counts from 1. Default <c>Alert {number}</c>.</summary>
    public string BatchItem { get; set; } = "Alert {number}";

    /// <summary>Said after a batch that did not fit; <c>{count}</c> is the number of alerts left out. Default <c>And {count} more</c>.</summary>
    public string BatchMore { get; set; } = "And {count} more";

    /// <summary>When the alert was raised; <c>{time}</c> is hours and minutes. Default <c>Raised at {time} U T C</c>.</summary>
    public string RaisedAt { get; set; } = "Raised at {time} U T C";

    /// <summary>The same in the short layout. Default <c>{time} U T C</c>.</summary>
    public string Time { get; set; } = "{time} U T C";
}
