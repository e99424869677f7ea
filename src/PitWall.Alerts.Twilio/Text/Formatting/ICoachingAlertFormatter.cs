namespace PitWall.Alerts.Twilio;

/// <summary>
/// Writes the text of a coaching alert for a channel. Register your own to replace the default; it must be thread-safe.
/// </summary>
public interface ICoachingAlertFormatter
{
    /// <summary>Writes the alert.</summary>
    /// <param name="alert">The alert; its message is not empty.</param>
    /// <param name="context">The channel, the time and everything else the text depends on.</param>
    /// <returns>The text and what it costs.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="alert"/> is <see langword="null"/>.</exception>
    FormattedAlert Format(CoachingAlert alert, AlertFormatContext context);
}
