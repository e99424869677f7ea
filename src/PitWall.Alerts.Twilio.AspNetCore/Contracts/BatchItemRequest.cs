using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>One alert of a batch.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BatchItemRequest : ICompleteRequest
{
    [JsonPropertyName("kind")]
    [DefaultValue("strategy")]
    [AllowedValues("strategy", "coaching", "critical", null)]
    [Description("strategy (the default), coaching or critical.")]
    public string? Kind { get; init; }

    [JsonPropertyName("alert_type")]
    [MaxLength(64)]
    [Description("What it is about; not for critical ones.")]
    public string? AlertType { get; init; }

    [JsonPropertyName("alert_message")]
    [Required]
    [MaxLength(Lengths.Message)]
    [Description("What the crew must know, at most 1,600 characters.")]
    public string AlertMessage { get; init; } = "";

    [JsonPropertyName("severity")]
    [DefaultValue("medium")]
    [AllowedValues("low", "medium", "high", null)]
    [Description("low, medium (the default) or high; the priority of a coaching alert; not for critical ones.")]
    public string? Severity { get; init; }

    [JsonPropertyName("category")]
    [MaxLength(Lengths.Name)]
    [Description("The driving skill, for coaching.")]
    public string? Category { get; init; }

    [JsonPropertyName("improvement_area")]
    [MaxLength(Lengths.Name)]
    [Description("Where to look, for coaching.")]
    public string? ImprovementArea { get; init; }

    Dictionary<string, JsonElement>? ICompleteRequest.Unknown { get; set; }
}
