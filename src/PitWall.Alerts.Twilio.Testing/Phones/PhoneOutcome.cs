namespace PitWall.Alerts.Twilio.Testing;

/// <summary>What happens to a text to a phone.</summary>
public enum PhoneOutcome
{
    /// <summary>It arrives, and delivery is reported.</summary>
    Delivered,

    /// <summary>It arrives, but delivery is never reported.</summary>
    Silent,

    /// <summary>The carrier reports that it could not deliver it.</summary>
    Undelivered,

    /// <summary>It never leaves Twilio.</summary>
    Failed,

    /// <summary>The create request is refused.</summary>
    Refused,
}
