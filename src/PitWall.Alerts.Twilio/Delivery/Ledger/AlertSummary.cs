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
}
