using System.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>A strategist's decision: box this lap, tire wear, rain in six minutes.</summary>
/// <example><code>
/// new StrategyAlert(StrategyAlertType.TireWear, "Critical tire wear: 15% remaining", AlertSeverity.High)
/// </code></example>
public sealed record StrategyAlert : Alert
{
    /// <summary>Creates a strategy alert.</summary>
    /// <param name="type">What the alert is about; the text is labelled with it.</param>
    /// <param name="message">What the crew must know.</param>
    /// <param name="severity">How urgent it is. Default <see cref="AlertSeverity.Medium"/>.</param>
    public StrategyAlert(StrategyAlertType type, string message, AlertSeverity severity = AlertSeverity.Medium)
        : base(message, severity) => Type = type;

    /// <inheritdoc/>
    public override AlertKind Kind => AlertKind.Strategy;

    /// <summary>What the alert is about.</summary>
    public StrategyAlertType Type { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(", Type = ").Append(Type.ToString());
        return true;
    }
}
