namespace PitWall.Alerts.Twilio;

/// <summary>The outcome of an alert, as known when the call that sent it returns.</summary>
public enum AlertOutcome
{
    /// <summary>
    /// Not sent: Twilio refused the alert or could not be reached, or a part of the host's, such as a formatter, threw.
    /// <see cref="AlertResult.Detail"/> says why, and <see cref="AlertResult.Error"/> what Twilio or the transport said, if that was the cause.
    /// </summary>
    Failed = 0,

    /// <summary>Twilio accepted the alert. Whether it was delivered becomes known later; see the ledger.</summary>
    Accepted = 1,

    /// <summary>
    /// Without an end when <see cref="DeliveryOptions.LongestWait"/> was over: still queued, sharing the outcome of a duplicate, or with a request
    /// on its way, between two attempts or being searched for. Sending continues, and the ledger records how it ends.
    /// </summary>
    Pending = 2,

    /// <summary>Held back on purpose; <see cref="AlertResult.Reason"/> says why.</summary>
    Suppressed = 3,

    /// <summary>Credentials or a sender are missing, so nothing was attempted.</summary>
    NotConfigured = 4,

    /// <summary>
    /// May have been sent: the answer was lost, and Twilio's list did not show the message, showed several that may be it, or could not be read;
    /// or a replaced client threw something that does not say. Once Twilio reports its message or call, the ledger has it as
    /// <see cref="Accepted"/>.
    /// </summary>
    Unknown = 5,
}
