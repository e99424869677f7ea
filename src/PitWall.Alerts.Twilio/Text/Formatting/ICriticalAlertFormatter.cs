namespace PitWall.Alerts.Twilio;

/// <summary>Writes something that must be heard before anything else for a channel. Register your own to replace ours; it must be thread-safe.</summary>
public interface ICriticalAlertFormatter
{
    /// <summary>Writes the alert.</summary>
    /// <param name="alert">The alert; its message is not empty.</param>
    /// <param name="context">The channel, the time and what else the text depends on.</param>
    /// <returns>The text and what it costs.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="alert"/> is <see langword="null"/>.</exception>
    FormattedAlert Format(CriticalAlert alert, AlertFormatContext context);
}
