namespace PitWall.Alerts.Twilio;

/// <summary>Why an alert was held back. Members are never renumbered.</summary>
public enum SuppressionReason
{
    /// <summary>It was not suppressed.</summary>
    None = 0,

    /// <summary>Its validity had ended before it could be sent.</summary>
    Expired = 1,

    /// <summary>An alert with an equal deduplication key was sent to the recipient within the window.</summary>
    Duplicate = 2,

    /// <summary>A newer alert of the same topic took its place in the queue.</summary>
    Superseded = 3,

    /// <summary>A rate limit was reached, for the recipient, the sender or the whole service.</summary>
    RateLimited = 4,

    /// <summary>The segment budget is used up.</summary>
    Budget = 5,

    /// <summary>The recipient has opted out (STOP).</summary>
    OptedOut = 6,

    /// <summary>The recipient or its region is not on the allow list.</summary>
    NotAllowed = 7,

    /// <summary>Rehearsal is on and the recipient is not on its allow list.</summary>
    Rehearsal = 8,

    /// <summary>Its severity is below the minimum set in the options.</summary>
    BelowSeverity = 9,

    /// <summary>The queue was full and this alert was the least urgent one.</summary>
    QueueFull = 10,

    /// <summary>The recipient's phone number is not usable.</summary>
    InvalidNumber = 11,

    /// <summary>The service was shutting down and the alert was still queued when the drain time-out ended.</summary>
    ShuttingDown = 12,

    /// <summary>The caller cancelled it before it was sent.</summary>
    Cancelled = 13,
}
