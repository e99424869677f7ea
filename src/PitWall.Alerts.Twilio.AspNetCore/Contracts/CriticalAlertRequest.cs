using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Something that must be heard before anything else.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CriticalAlertRequest : AlertRequest, ICompleteRequest
{
    [JsonPropertyName("alert_message")]
    [Required]
    [MaxLength(Lengths.Message)]
    [Description("What the crew must know, at most 1,600 characters.")]
    public string AlertMessage { get; init; } = "";

    [JsonPropertyName("channel")]
    [DefaultValue("sms")]
    [AllowedValues("sms", "whatsapp", "voice", null)]
    [Description("sms (the default), whatsapp or voice.")]
    public string? Channel { get; init; }

    Dictionary<string, JsonElement>? ICompleteRequest.Unknown { get; set; }
}
