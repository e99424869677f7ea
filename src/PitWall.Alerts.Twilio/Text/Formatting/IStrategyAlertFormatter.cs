namespace PitWall.Alerts.Twilio;

/// <summary>Writes a strategist's decision for a channel. Register your own to replace ours; it must be thread-safe.</summary>
public interface IStrategyAlertFormatter
{
    /// <summary>Writes the alert.</summary>
    /// <param name="alert">The alert; its message is not empty.</param>
    /// <param name="context">The channel, the time and what else the text depends on.</param>
    /// <returns>The text and what it costs.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="alert"/> is <see langword="null"/>.</exception>
    FormattedAlert Format(StrategyAlert alert, AlertFormatContext context);
}
