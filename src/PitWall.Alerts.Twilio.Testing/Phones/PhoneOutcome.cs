namespace PitWall.Alerts.Twilio.Testing;

/// <summary>What becomes of a text to a phone.</summary>
public enum PhoneOutcome
{
    /// <summary>It arrives, and it is reported.</summary>
    Delivered,

    /// <summary>It arrives, but that is never reported.</summary>
    Silent,

    /// <summary>The carrier reports that it could not deliver.</summary>
    Undelivered,

    /// <summary>It never leaves Twilio.</summary>
    Failed,

    /// <summary>The create request is refused.</summary>
    Refused,
}
