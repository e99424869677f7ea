namespace PitWall.Alerts.Twilio;

/// <summary>Several alerts in one message, counted and numbered. Immutable.</summary>
public sealed class AlertBatch
{
    /// <summary>Creates a batch.</summary>
    /// <param name="alerts">The alerts; at least one.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="alerts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Thrown when <paramref name="alerts"/> is empty or contains <see langword="null"/>.</exception>
    public AlertBatch(params IReadOnlyList<Alert> alerts)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        if (alerts.Count == 0)
            throw new ArgumentException("A batch needs at least one alert.", nameof(alerts));

        // A copy: the caller's list may change while the batch waits in a queue.
        var copy = alerts.ToArray();
        if (Array.IndexOf(copy, null) is var index and >= 0)
            throw new ArgumentException($"The alert at index {index} of the batch is null.", nameof(alerts));

        Alerts = Array.AsReadOnly(copy);
    }

    /// <summary>
    /// The alerts, in the order given. Validity, time, topic and key are set on the batch; those of its alerts are ignored.
    /// </summary>
    public IReadOnlyList<Alert> Alerts { get; }

    /// <inheritdoc cref="Alert.ValidFor"/>
    public TimeSpan? ValidFor { get; init; }

    /// <inheritdoc cref="Alert.RaisedAt"/>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <inheritdoc cref="Alert.DeduplicationKey"/>
    public string? DeduplicationKey { get; init; }

    /// <inheritdoc cref="Alert.Topic"/>
    public string? Topic { get; init; }
}
