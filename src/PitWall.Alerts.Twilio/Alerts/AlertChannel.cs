namespace PitWall.Alerts.Twilio;

/// <summary>The way an alert reaches a phone.</summary>
public enum AlertChannel
{
    /// <summary>A text message over the mobile network. The default.</summary>
    Sms = 0,

    /// <summary>A WhatsApp message.</summary>
    WhatsApp = 1,

    /// <summary>A phone call that speaks the alert.</summary>
    Voice = 2,
}
