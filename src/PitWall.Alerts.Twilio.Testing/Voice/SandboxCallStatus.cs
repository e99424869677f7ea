namespace PitWall.Alerts.Twilio.Testing;

/// <summary>The state of a call in the sandbox. Source: Twilio docs, Call resource, "Call status values".</summary>
public enum SandboxCallStatus
{
    /// <summary>Waiting to be dialled.</summary>
    Queued,

    /// <summary>The phone rings.</summary>
    Ringing,

    /// <summary>A person or a machine has answered.</summary>
    InProgress,

    /// <summary>The call was answered and is over.</summary>
    Completed,

    /// <summary>The phone was busy.</summary>
    Busy,

    /// <summary>The call could not be placed.</summary>
    Failed,

    /// <summary>Nobody answered in time.</summary>
    NoAnswer,

    /// <summary>The call was cancelled before it was answered.</summary>
    Canceled,
}
