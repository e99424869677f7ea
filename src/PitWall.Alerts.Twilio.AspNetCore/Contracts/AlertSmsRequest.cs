using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>A decision of the strategist, by text.</summary>
internal record AlertSmsRequest : AlertRequest
{
    [JsonPropertyName("alert_type")]
    [Required]
    [MaxLength(64)]
    [Description("What it is about: tire_wear, pit_stop, overtaking, gap_analysis, fuel, weather, or a name of your own.")]
    public string AlertType { get; init; } = "";

    [JsonPropertyName("alert_message")]
    [Required]
    [MaxLength(Lengths.Message)]
    [Description("What the crew must know, at most 1,600 characters.")]
    public string AlertMessage { get; init; } = "";

    [JsonPropertyName("severity")]
    [DefaultValue("medium")]
    [AllowedValues("low", "medium", "high", null)]
    [Description("low, medium (the default) or high.")]
    public string? Severity { get; init; }
}
