namespace PitWall.Alerts.Twilio;

/// <summary>Writes several alerts as one message. Register your own to replace the default; it must be thread-safe.</summary>
public interface IAlertBatchFormatter
{
    /// <summary>Writes the batch.</summary>
    /// <param name="batch">The alerts.</param>
    /// <param name="context">The channel, the time and everything else the text depends on.</param>
    /// <returns>The text and what it costs.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="batch"/> is <see langword="null"/>.</exception>
    FormattedAlert Format(AlertBatch batch, AlertFormatContext context);
}
