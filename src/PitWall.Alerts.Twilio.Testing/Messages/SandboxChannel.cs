namespace PitWall.Alerts.Twilio.Testing;

/// <summary>The channel of a message.</summary>
public enum SandboxChannel
{
    /// <summary>SMS, or MMS if it has media.</summary>
    Sms,

    /// <summary>WhatsApp; its addresses begin with <c>whatsapp:</c>.</summary>
    WhatsApp,
}
