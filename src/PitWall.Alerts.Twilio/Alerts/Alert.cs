using System.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>The properties common to all alerts. Immutable; safe to share between threads.</summary>
public abstract record Alert
{
    private protected Alert(string message, AlertSeverity severity)
    {
        Message = message;
        Severity = severity;
    }

    /// <summary>The kind of alert.</summary>
    public abstract AlertKind Kind { get; }

    /// <summary>What the crew must know, in the caller's words. Must not be empty when sent.</summary>
    public string Message { get; init; }

    /// <summary>How urgent the alert is.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>
    /// How long after it was raised the alert is worth reading. Default <see langword="null"/>: the option for its
    /// <see cref="Kind"/>. After that time the alert is suppressed as expired, never sent late. More than zero; use at least 2 s,
    /// because nothing is sent with less than 1 s left, Twilio's shortest validity period.
    /// </summary>
    public TimeSpan? ValidFor { get; init; }

    /// <summary>
    /// When the decision was made. Default <see langword="null"/>: when the alert is handed over. It is shown in the time line of
    /// the text, and <see cref="ValidFor"/> counts from it, or from when the alert is handed over if that is earlier.
    /// </summary>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>
    /// Alerts to one recipient with equal keys count as one alert while the deduplication window lasts. Default
    /// <see langword="null"/>: built from kind, type and message.
    /// </summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>
    /// What the alert is about, for example <c>"car-13/pit-stop"</c>. While queued, the alert is superseded by a newer one to the
    /// same recipient with an equal topic and at least its severity. Default <see langword="null"/>: never superseded.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>Leaves the message out of <see cref="object.ToString"/>, whose result tends to end up in logs.</summary>
    /// <param name="builder">Receives the printable members.</param>
    /// <returns><see langword="true"/>: something was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("Severity = ").Append(Severity.ToString());
        return true;
    }
}
