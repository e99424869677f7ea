using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Several alerts in one message.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BatchAlertRequest : AlertRequest, ICompleteRequest
{
    [JsonPropertyName("alerts")]
    [Required]
    [MinLength(1)]
    [MaxLength(Lengths.Batch)]
    [Description("The alerts, 1 to 50.")]
    public IReadOnlyList<BatchItemRequest> Alerts { get; init; } = [];

    [JsonPropertyName("channel")]
    [DefaultValue("sms")]
    [AllowedValues("sms", "whatsapp", "voice", null)]
    [Description("sms (the default), whatsapp or voice.")]
    public string? Channel { get; init; }

    Dictionary<string, JsonElement>? ICompleteRequest.Unknown { get; set; }
}
