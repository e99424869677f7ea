namespace PitWall.Alerts.Twilio;

/// <summary>The kind of an alert. It determines defaults such as validity and deduplication.</summary>
public enum AlertKind
{
    /// <summary>A decision of the strategist: <see cref="StrategyAlert"/>.</summary>
    Strategy = 1,

    /// <summary>Advice to the driver: <see cref="CoachingAlert"/>.</summary>
    Coaching = 2,

    /// <summary>An alert that must be heard before anything else: <see cref="CriticalAlert"/>.</summary>
    Critical = 3,

    /// <summary>Several alerts in one message: <see cref="AlertBatch"/>.</summary>
    Batch = 4,
}
