using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>A decision of the strategist, by any channel.</summary>
internal sealed record StrategyAlertRequest : AlertSmsRequest
{
    [JsonPropertyName("channel")]
    [DefaultValue("sms")]
    [AllowedValues("sms", "whatsapp", "voice", null)]
    [Description("sms, the default, whatsapp or voice.")]
    public string? Channel { get; init; }
}
