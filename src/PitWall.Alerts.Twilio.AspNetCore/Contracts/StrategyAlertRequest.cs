using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>A decision of the strategist, by any channel.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StrategyAlertRequest : AlertSmsRequest, ICompleteRequest
{
    [JsonPropertyName("channel")]
    [DefaultValue("sms")]
    [AllowedValues("sms", "whatsapp", "voice", null)]
    [Description("sms (the default), whatsapp or voice.")]
    public string? Channel { get; init; }

    Dictionary<string, JsonElement>? ICompleteRequest.Unknown { get; set; }
}
