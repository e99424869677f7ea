using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>Writes critical alerts in the library's own layouts. Thread-safe.</summary>
public sealed class CriticalAlertFormatter : ICriticalAlertFormatter
{
    private readonly Func<AlertTextOptions> _options;

    /// <summary>Creates a formatter that always uses the same options.</summary>
    /// <param name="options">Labels, budgets and templates.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="options"/> is <see langword="null"/>.</exception>
    public CriticalAlertFormatter(AlertTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = () => options;
    }

    internal CriticalAlertFormatter(Func<AlertTextOptions> options) => _options = options;

    /// <inheritdoc/>
    public FormattedAlert Format(CriticalAlert alert, AlertFormatContext context) => AlertWriter.Write(alert, _options(), context);
}
