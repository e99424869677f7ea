namespace PitWall.Alerts.Twilio;

/// <summary>The events of a call that Twilio reports to its status callback.</summary>
/// <remarks>Source: Twilio docs, Call resource, parameter <c>StatusCallbackEvent</c>.</remarks>
[Flags]
public enum CallStatusEvents
{
    /// <summary>Twilio's default, which is <see cref="Completed"/>.</summary>
    None = 0,

    /// <summary>Twilio dials.</summary>
    Initiated = 1,

    /// <summary>The phone rings.</summary>
    Ringing = 2,

    /// <summary>Somebody or something answered.</summary>
    Answered = 4,

    /// <summary>The call ended, however.</summary>
    Completed = 8,

    /// <summary>All of them.</summary>
    All = Initiated | Ringing | Answered | Completed,
}
