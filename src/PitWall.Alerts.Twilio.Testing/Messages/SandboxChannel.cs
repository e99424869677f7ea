namespace PitWall.Alerts.Twilio.Testing;

/// <summary>The way on which a message travels.</summary>
public enum SandboxChannel
{
    /// <summary>SMS, or MMS when it has media.</summary>
    Sms,

    /// <summary>WhatsApp; its addresses begin with <c>whatsapp:</c>.</summary>
    WhatsApp,
}
