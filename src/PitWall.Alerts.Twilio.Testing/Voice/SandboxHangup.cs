namespace PitWall.Alerts.Twilio.Testing;

/// <summary>Why a call ended.</summary>
public enum SandboxHangup
{
    /// <summary>The call has not ended, or was never answered; in that case its status says why.</summary>
    None,

    /// <summary>The instructions were carried out to their end.</summary>
    EndOfInstructions,

    /// <summary>The instructions hung up with <c>Hangup</c>, or refused an inbound call with <c>Reject</c>.</summary>
    Instructed,

    /// <summary>The phone hung up.</summary>
    Phone,

    /// <summary>The API ended it.</summary>
    Api,

    /// <summary>The time limit was reached.</summary>
    TimeLimit,

    /// <summary>The instructions could not be fetched or understood; see <see cref="SandboxCall.Problems"/>.</summary>
    BadInstructions,

    /// <summary>The sandbox was stopped.</summary>
    SandboxStopped,
}
