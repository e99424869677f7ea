using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio;

/// <summary>The totals of all alerts since the service started; the times cover the alerts still remembered.</summary>
public sealed record AlertSummary
{
    /// <summary>The number of alerts raised.</summary>
    public required long Raised { get; init; }

    /// <summary>The number of alerts by outcome; alerts on their way count as <see cref="AlertOutcome.Pending"/>.</summary>
    public required IReadOnlyDictionary<AlertOutcome, long> ByOutcome { get; init; }

    /// <summary>The number of suppressed alerts by reason.</summary>
    public required IReadOnlyDictionary<SuppressionReason, long> ByReason { get; init; }

    /// <summary>The number of accepted messages by latest status.</summary>
    public required IReadOnlyDictionary<MessageStatus, long> ByMessageStatus { get; init; }

    /// <summary>The SMS segments of accepted alerts, as measured by this library.</summary>
    public required long Segments { get; init; }

    /// <summary>The estimated cost of those segments; <see langword="null"/> without a price per segment in the options.</summary>
    public decimal? EstimatedPrice { get; init; }

    /// <summary>The cost that Twilio has reported so far, for the alerts still remembered.</summary>
    public decimal? ActualPrice { get; init; }

    /// <summary>How long alerts took from the decision to a step, by channel.</summary>
    public required IReadOnlyList<AlertLatency> Latencies { get; init; }

    /// <summary>Returns the counts that are not 0 and the cost, in one line, without the times.</summary>
    /// <returns>
    /// A short text, such as <c>12 raised: Accepted 9, Suppressed 3 (Duplicate 2, Budget 1); messages Sent 1, Delivered 8; 9 segments, estimated 0.0747</c>.
    /// </returns>
    public override string ToString() => SummaryLine.Of(this);
}
