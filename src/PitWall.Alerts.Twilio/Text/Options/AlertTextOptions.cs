namespace PitWall.Alerts.Twilio;

/// <summary>The wording of alerts and what they may cost. Bound from the section <c>Text</c> of the library's configuration.</summary>
public sealed class AlertTextOptions
{
    /// <summary>The product's name, shown in every text and said first in every call. Default <c>PitWall</c>; 1 to 40 characters.</summary>
    public string ProductName { get; set; } = "PitWall";

    /// <summary>
    /// The fullest layout to try. Default <see cref="AlertLayout.Full"/>: the short one is used only if the full one does not
    /// fit its segment budget.
    /// </summary>
    public AlertLayout Layout { get; set; } = AlertLayout.Full;

    /// <summary>Segments a strategy alert may cost as an SMS. Default 1; range 1 to 24.</summary>
    public int StrategySegments { get; set; } = 1;

    /// <summary>Segments a coaching alert may cost as an SMS. Default 1; range 1 to 24.</summary>
    public int CoachingSegments { get; set; } = 1;

    /// <summary>Segments a batch may cost as an SMS. Default 3; range 1 to 24.</summary>
    public int BatchSegments { get; set; } = 3;

    /// <summary>
    /// Segments a critical alert may cost as an SMS. Default <see langword="null"/>: as many as it needs, up to Twilio's 1,600
    /// characters; range 1 to 24.
    /// </summary>
    public int? CriticalSegments { get; set; }

    /// <summary>The words around the message, which can be in any language.</summary>
    public AlertLabels Labels { get; set; } = new();

    /// <summary>How alerts are spoken in a call.</summary>
    public AlertSpeechOptions Speech { get; set; } = new();

    /// <summary>The approved WhatsApp templates, one for each kind of alert.</summary>
    public WhatsAppTemplateOptions WhatsAppTemplates { get; set; } = new();

    /// <summary>
    /// What one SMS segment costs, for estimates. Default <see langword="null"/>: no estimates are made. Must not be negative. Carriers
    /// may add fees; the final price is <c>price</c> of Twilio's Message resource.
    /// </summary>
    public decimal? PricePerSegment { get; set; }

    /// <summary>The currency of <see cref="PricePerSegment"/>. Default <c>USD</c>; three letters as in ISO 4217.</summary>
    public string Currency { get; set; } = "USD";
}
