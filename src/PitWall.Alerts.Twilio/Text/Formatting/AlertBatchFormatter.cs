using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>
/// Writes a batch in the library's own layouts: counted, numbered, by type, most urgent first, and with the number of alerts
/// that did not fit. Thread-safe.
/// </summary>
public sealed class AlertBatchFormatter : IAlertBatchFormatter
{
    private readonly Func<AlertTextOptions> _options;

    /// <summary>Creates a formatter that always uses the same options.</summary>
    /// <param name="options">Labels, budgets and templates.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="options"/> is <see langword="null"/>.</exception>
    public AlertBatchFormatter(AlertTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = () => options;
    }

    internal AlertBatchFormatter(Func<AlertTextOptions> options) => _options = options;

    /// <inheritdoc/>
    public FormattedAlert Format(AlertBatch batch, AlertFormatContext context)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return BatchWriter.Write(batch, _options(), context);
    }
}
