namespace PitWall.Alerts.Twilio;

/// <summary>What an inbound message asks of the opt-out list.</summary>
public enum OptOutKeyword
{
    /// <summary>Nothing: it is an ordinary message.</summary>
    None = 0,

    /// <summary>No more messages.</summary>
    Stop = 1,

    /// <summary>Messages again.</summary>
    Start = 2,

    /// <summary>How to stop them; Twilio answers that itself.</summary>
    Help = 3,
}
