using System.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>What every alert has, whatever its kind. Immutable; safe to share between threads.</summary>
public abstract record Alert
{
    private protected Alert(string message, AlertSeverity severity)
    {
        Message = message;
        Severity = severity;
    }

    /// <summary>The family the alert belongs to.</summary>
    public abstract AlertKind Kind { get; }

    /// <summary>What the crew must know, in the words of the caller. Not empty when sent.</summary>
    public string Message { get; init; }

    /// <summary>How urgent the alert is.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>
    /// How long after it was raised the alert is worth reading. Default <see langword="null"/>: the option for its
    /// <see cref="Kind"/>. When it has passed the alert is suppressed as expired, never sent late.
    /// More than zero; give 2 s at least, because with less than 1 s left, Twilio's shortest validity period, nothing is sent.
    /// </summary>
    public TimeSpan? ValidFor { get; init; }

    /// <summary>
    /// When the decision fell. Default <see langword="null"/>: the moment the alert is handed over. The time line of the text
    /// shows it and <see cref="ValidFor"/> counts from it.
    /// </summary>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>
    /// Two alerts to one recipient with an equal key are one alert while the deduplication window lasts. Default
    /// <see langword="null"/>: made of kind, type and message.
    /// </summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>
    /// What the alert is about, for instance <c>"car-13/pit-stop"</c>. While queued it is superseded by a newer alert to the
    /// same recipient with an equal topic and at least its severity. Default <see langword="null"/>: never superseded.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>Leaves the message out of <see cref="object.ToString"/>, which tends to end up in logs.</summary>
    /// <param name="builder">Receives the printable members.</param>
    /// <returns><see langword="true"/>: something was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("Severity = ").Append(Severity.ToString());
        return true;
    }
}
