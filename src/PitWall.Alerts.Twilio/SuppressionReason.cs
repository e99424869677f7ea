namespace PitWall.Alerts.Twilio;

/// <summary>Why an alert was held back. Members are never renumbered.</summary>
public enum SuppressionReason
{
    /// <summary>It was not suppressed.</summary>
    None = 0,

    /// <summary>Its validity had ended before it could be sent.</summary>
    Expired = 1,

    /// <summary>
    /// An alert with an equal deduplication key to the same recipient on the same channel is under way, or was sent within the window.
    /// </summary>
    Duplicate = 2,

    /// <summary>A newer alert of the same topic took its place in the queue.</summary>
    Superseded = 3,

    /// <summary>
    /// A limit was reached, for the recipient, the sender or the whole service, or the cooldown after the recipient's last alert of this kind and
    /// type is not over (<see cref="LimitOptions"/>).
    /// </summary>
    RateLimited = 4,

    /// <summary>The segment budget is used up, or what is left of it is less than the alert takes or is reserved for critical alerts.</summary>
    Budget = 5,

    /// <summary>The recipient has opted out (STOP).</summary>
    OptedOut = 6,

    /// <summary>The recipient or its region is not on the allow list.</summary>
    NotAllowed = 7,

    /// <summary>Rehearsal is on and the recipient is not on its allow list.</summary>
    Rehearsal = 8,

    /// <summary>Its severity is below the minimum set in the options.</summary>
    BelowSeverity = 9,

    /// <summary>The queue was full, and this was the latest of its least urgent alerts.</summary>
    QueueFull = 10,

    /// <summary>The recipient's phone number is not usable.</summary>
    InvalidNumber = 11,

    /// <summary>
    /// The service was shutting down: the alert was still queued or between two attempts when the drain time-out ended, or was raised after that.
    /// </summary>
    ShuttingDown = 12,

    /// <summary>The caller cancelled it before it was sent, or between two attempts of which none was sent.</summary>
    Cancelled = 13,
}
