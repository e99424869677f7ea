namespace PitWall.Alerts.Twilio;

/// <summary>The events of a call that Twilio reports to its status callback.</summary>
/// <remarks>Source: Twilio docs, Call resource, parameter <c>StatusCallbackEvent</c>.</remarks>
[Flags]
public enum CallStatusEvents
{
    /// <summary>Twilio's default, which is <see cref="Completed"/>.</summary>
    None = 0,

    /// <summary>Twilio is dialling.</summary>
    Initiated = 1,

    /// <summary>The phone is ringing.</summary>
    Ringing = 2,

    /// <summary>A person or a machine answered.</summary>
    Answered = 4,

    /// <summary>The call ended, for whatever reason.</summary>
    Completed = 8,

    /// <summary>All events.</summary>
    All = Initiated | Ringing | Answered | Completed,
}
