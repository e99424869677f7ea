namespace PitWall.Alerts.Twilio;

/// <summary>The outcome of an alert, as known when the call that sent it returns.</summary>
public enum AlertOutcome
{
    /// <summary>Not sent: Twilio refused the alert or could not be reached. <see cref="AlertResult.Error"/> says why.</summary>
    Failed = 0,

    /// <summary>Twilio accepted the alert. Whether it was delivered becomes known later; see the ledger.</summary>
    Accepted = 1,

    /// <summary>Still queued after the longest wait. Sending continues, and the ledger records how it ends.</summary>
    Pending = 2,

    /// <summary>Held back on purpose; <see cref="AlertResult.Reason"/> says why.</summary>
    Suppressed = 3,

    /// <summary>Credentials or a sender are missing, so nothing was attempted.</summary>
    NotConfigured = 4,

    /// <summary>May have been sent: the answer was lost and the message was not found again.</summary>
    Unknown = 5,
}
