using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio;

/// <summary>What became of all alerts since the service started; the times are those of the alerts still remembered.</summary>
public sealed record AlertSummary
{
    /// <summary>How many were raised.</summary>
    public required long Raised { get; init; }

    /// <summary>How many ended how; alerts on their way count as <see cref="AlertOutcome.Pending"/>.</summary>
    public required IReadOnlyDictionary<AlertOutcome, long> ByOutcome { get; init; }

    /// <summary>How many were suppressed for which reason.</summary>
    public required IReadOnlyDictionary<SuppressionReason, long> ByReason { get; init; }

    /// <summary>How many accepted messages have which latest status.</summary>
    public required IReadOnlyDictionary<MessageStatus, long> ByMessageStatus { get; init; }

    /// <summary>The SMS segments of accepted alerts, as we measured them.</summary>
    public required long Segments { get; init; }

    /// <summary>What those segments are estimated to cost; <see langword="null"/> without a price per segment in the options.</summary>
    public decimal? EstimatedPrice { get; init; }

    /// <summary>What Twilio has told of the cost so far, of the alerts still remembered.</summary>
    public decimal? ActualPrice { get; init; }

    /// <summary>How long alerts took from decision to a step, by channel.</summary>
    public required IReadOnlyList<AlertLatency> Latencies { get; init; }

    /// <summary>The counts that are not 0 and what they cost, in one line; without the times.</summary>
    /// <returns>
    /// A short text, such as <c>12 raised: Accepted 9, Suppressed 3 (Duplicate 2, Budget 1); messages Sent 1, Delivered 8; 9 segments, estimated 0.0747</c>.
    /// </returns>
    public override string ToString() => SummaryLine.Of(this);
}
