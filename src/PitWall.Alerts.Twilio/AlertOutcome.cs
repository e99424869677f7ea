namespace PitWall.Alerts.Twilio;

/// <summary>What became of an alert when the call that sent it returned.</summary>
public enum AlertOutcome
{
    /// <summary>It was not sent: Twilio refused it or could not be reached. <see cref="AlertResult.Error"/> says why.</summary>
    Failed = 0,

    /// <summary>Twilio took it. Whether it was delivered comes later, see the ledger.</summary>
    Accepted = 1,

    /// <summary>It was still queued after the longest wait; it goes on and the ledger knows its end.</summary>
    Pending = 2,

    /// <summary>It was held back on purpose; <see cref="AlertResult.Reason"/> says why.</summary>
    Suppressed = 3,

    /// <summary>There are no credentials or no sender, so nothing was attempted.</summary>
    NotConfigured = 4,

    /// <summary>It may have been sent: the answer was lost and the message was not found again.</summary>
    Unknown = 5,
}
