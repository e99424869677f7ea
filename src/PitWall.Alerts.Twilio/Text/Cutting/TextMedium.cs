namespace PitWall.Alerts.Twilio.Text;

/// <summary>What limits the length of a text.</summary>
internal enum TextMedium
{
    /// <summary>Segments of an alphabet, and the longest body.</summary>
    Sms,

    /// <summary>The longest body.</summary>
    WhatsApp,

    /// <summary>What fits a call.</summary>
    Speech,
}
