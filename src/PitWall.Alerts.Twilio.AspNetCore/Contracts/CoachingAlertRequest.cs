using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Advice to the driver.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CoachingAlertRequest : AlertRequest, ICompleteRequest
{
    [JsonPropertyName("alert_type")]
    [Required]
    [MaxLength(64)]
    [Description("What it is about: braking_technique, throttle_control, cornering, consistency, tires, or a name of your own.")]
    public string AlertType { get; init; } = "";

    [JsonPropertyName("alert_message")]
    [Required]
    [MaxLength(Lengths.Message)]
    [Description("What the crew must know, at most 1,600 characters.")]
    public string AlertMessage { get; init; } = "";

    [JsonPropertyName("priority")]
    [DefaultValue("medium")]
    [AllowedValues("low", "medium", "high", null)]
    [Description("low, medium (the default) or high.")]
    public string? Priority { get; init; }

    [JsonPropertyName("category")]
    [MaxLength(Lengths.Name)]
    [Description("The driving skill, such as braking.")]
    public string? Category { get; init; }

    [JsonPropertyName("improvement_area")]
    [MaxLength(Lengths.Name)]
    [Description("Where to look, such as corner_exit.")]
    public string? ImprovementArea { get; init; }

    [JsonPropertyName("channel")]
    [DefaultValue("sms")]
    [AllowedValues("sms", "whatsapp", "voice", null)]
    [Description("sms (the default), whatsapp or voice.")]
    public string? Channel { get; init; }

    Dictionary<string, JsonElement>? ICompleteRequest.Unknown { get; set; }
}
