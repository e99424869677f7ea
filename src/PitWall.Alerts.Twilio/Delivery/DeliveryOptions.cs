namespace PitWall.Alerts.Twilio;

/// <summary>The delivery policy for alerts. It does not apply to the thin client.</summary>
public sealed class DeliveryOptions
{
    /// <summary>
    /// How long a <c>Send…Async</c> call waits, on the alerts' clock and on the real one, before it returns
    /// <see cref="AlertOutcome.Pending"/>. Default 30 s; 1 ms to 1 h.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Alerts below this severity are suppressed, except critical ones. Default <see cref="AlertSeverity.Low"/>: none is.
    /// </summary>
    public AlertSeverity LowestSeverity { get; set; } = AlertSeverity.Low;

    /// <summary>How long alerts are worth reading, by kind, unless the alert itself specifies it.</summary>
    public ValidityOptions ValidFor { get; set; } = new();

    /// <summary>How long an equal alert to the same recipient counts as a duplicate, by kind.</summary>
    public DeduplicationOptions Deduplication { get; set; } = new();

    /// <summary>Limits on how many alerts are sent.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>How alerts wait for their sender and how fast they are sent.</summary>
    public QueueOptions Queue { get; set; } = new();

    /// <summary>How many alerts are remembered, and for how long.</summary>
    public LedgerOptions Ledger { get; set; } = new();

    /// <summary>
    /// How long a shutdown waits for queued alerts. Default 5 s; 0 to 10 min. Alerts left after that are suppressed and reported.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
