namespace PitWall.Alerts.Twilio;

/// <summary>The policy of sending alerts. The thin client knows nothing of it.</summary>
public sealed class DeliveryOptions
{
    /// <summary>
    /// How long a <c>Send…Async</c> waits, on the alerts' clock and on the real one, before it answers
    /// <see cref="AlertOutcome.Pending"/>. Default 30 s; 1 ms to 1 h.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Alerts below this severity are suppressed, critical ones excepted. Default <see cref="AlertSeverity.Low"/>: none is.</summary>
    public AlertSeverity LowestSeverity { get; set; } = AlertSeverity.Low;

    /// <summary>How long alerts are worth reading, by kind, where they do not say so themselves.</summary>
    public ValidityOptions ValidFor { get; set; } = new();

    /// <summary>How long an equal alert to the same recipient is a duplicate, by kind.</summary>
    public DeduplicationOptions Deduplication { get; set; } = new();

    /// <summary>How many alerts are sent at most.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>How alerts wait for their sender and how fast they leave.</summary>
    public QueueOptions Queue { get; set; } = new();

    /// <summary>What is remembered of alerts.</summary>
    public LedgerOptions Ledger { get; set; } = new();

    /// <summary>How long a shutdown waits for queued alerts. Default 5 s; 0 to 10 min. What is left then is suppressed and said.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
