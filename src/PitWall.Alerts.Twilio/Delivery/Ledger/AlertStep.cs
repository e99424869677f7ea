namespace PitWall.Alerts.Twilio;

/// <summary>A step in the life of an alert. An alert does not take every step.</summary>
public enum AlertStep
{
    /// <summary>The decision was made.</summary>
    Decided = 0,

    /// <summary>It passed deduplication and limits, its text was written, and it joined its sender's queue or was sent at once.</summary>
    Admitted = 1,

    /// <summary>Its first request left.</summary>
    Transmitted = 2,

    /// <summary>Twilio accepted it.</summary>
    Accepted = 3,

    /// <summary>The nearest carrier accepted it, or the phone rang.</summary>
    Sent = 4,

    /// <summary>The carrier or the phone confirmed delivery, or the call was answered.</summary>
    Delivered = 5,

    /// <summary>The recipient opened it (WhatsApp).</summary>
    Read = 6,

    /// <summary>A person pressed a key to confirm having heard it.</summary>
    Heard = 7,

    /// <summary>It ended without being delivered: suppressed, failed, undelivered.</summary>
    Ended = 8,
}
