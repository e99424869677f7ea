using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>Writes coaching alerts in the library's own layouts. Thread-safe.</summary>
public sealed class CoachingAlertFormatter : ICoachingAlertFormatter
{
    private readonly Func<AlertTextOptions> _options;

    /// <summary>Creates a formatter that always uses the same options.</summary>
    /// <param name="options">Labels, budgets and templates.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="options"/> is <see langword="null"/>.</exception>
    public CoachingAlertFormatter(AlertTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = () => options;
    }

    internal CoachingAlertFormatter(Func<AlertTextOptions> options) => _options = options;

    /// <inheritdoc/>
    public FormattedAlert Format(CoachingAlert alert, AlertFormatContext context) => AlertWriter.Write(alert, _options(), context);
}
