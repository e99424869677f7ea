namespace PitWall.Alerts.Twilio;

/// <summary>What an inbound message means for the opt-out list.</summary>
public enum OptOutKeyword
{
    /// <summary>Nothing: it is an ordinary message.</summary>
    None = 0,

    /// <summary>The sender wants no more messages.</summary>
    Stop = 1,

    /// <summary>The sender wants messages again.</summary>
    Start = 2,

    /// <summary>The sender asks how to stop messages; Twilio itself answers.</summary>
    Help = 3,
}
