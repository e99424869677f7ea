namespace PitWall.Alerts.Twilio;

/// <summary>The status of a call.</summary>
/// <remarks>Source: Twilio docs, Call resource, property <c>status</c>, and its status callbacks (<c>initiated</c>).</remarks>
public enum CallStatus
{
    /// <summary>A status this version does not know; see the status text.</summary>
    Unknown = 0,

    /// <summary>It waits to be placed.</summary>
    Queued,

    /// <summary>Twilio is dialling. Only callbacks report this.</summary>
    Initiated,

    /// <summary>The phone rings.</summary>
    Ringing,

    /// <summary>It was answered.</summary>
    InProgress,

    /// <summary>It was answered and has ended.</summary>
    Completed,

    /// <summary>The line was busy.</summary>
    Busy,

    /// <summary>It could not be placed.</summary>
    Failed,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>It was canceled before it was answered.</summary>
    Canceled,
}
