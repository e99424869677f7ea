namespace PitWall.Alerts.Twilio;

/// <summary>The family an alert belongs to; defaults such as validity and deduplication go by it.</summary>
public enum AlertKind
{
    /// <summary>A decision of the strategist: <see cref="StrategyAlert"/>.</summary>
    Strategy = 1,

    /// <summary>Advice to the driver: <see cref="CoachingAlert"/>.</summary>
    Coaching = 2,

    /// <summary>Something that must be heard before anything else: <see cref="CriticalAlert"/>.</summary>
    Critical = 3,

    /// <summary>Several alerts in one message: <see cref="AlertBatch"/>.</summary>
    Batch = 4,
}
