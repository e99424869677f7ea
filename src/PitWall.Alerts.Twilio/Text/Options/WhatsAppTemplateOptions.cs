namespace PitWall.Alerts.Twilio;

/// <summary>The approved WhatsApp templates, one for each kind of alert.</summary>
/// <remarks>
/// WhatsApp delivers free text only to people who wrote within the last 24 hours; outside that window Twilio reports error 63016
/// after it has accepted the message. A template reaches everyone. Source: Twilio docs, error 63016.
/// </remarks>
public sealed class WhatsAppTemplateOptions
{
    /// <summary>The template of strategy alerts. Default <see langword="null"/>: free text.</summary>
    public WhatsAppTemplate? Strategy { get; set; }

    /// <summary>The template of coaching alerts. Default <see langword="null"/>: free text.</summary>
    public WhatsAppTemplate? Coaching { get; set; }

    /// <summary>The template of critical alerts. Default <see langword="null"/>: free text.</summary>
    public WhatsAppTemplate? Critical { get; set; }

    /// <summary>The template of batches. Default <see langword="null"/>: free text.</summary>
    public WhatsAppTemplate? Batch { get; set; }
}
