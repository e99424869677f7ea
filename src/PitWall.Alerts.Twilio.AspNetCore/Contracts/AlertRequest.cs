using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>What every request for an alert holds.</summary>
internal abstract record AlertRequest
{
    /// <summary>The recipient.</summary>
    [JsonPropertyName("to")]
    [Required]
    [MaxLength(Lengths.Address)]
    [Description("The recipient's phone number, in E.164 such as +16502530000, or as the host's default region writes it.")]
    public string To { get; init; } = "";

    [JsonPropertyName("valid_for_seconds")]
    [Range(2, 604_800)]
    [Description("How long the alert is worth reading; when that has passed it is not sent. Default: by its kind.")]
    public int? ValidForSeconds { get; init; }

    [JsonPropertyName("deduplication_key")]
    [MaxLength(Lengths.Name)]
    [Description("Two alerts to one recipient with an equal key are one alert for a while. Default: made of kind, type and message.")]
    public string? DeduplicationKey { get; init; }

    [JsonPropertyName("topic")]
    [MaxLength(Lengths.Name)]
    [Description("What it is about, such as car-13/pit-stop: while it waits, a newer alert of its topic takes its place.")]
    public string? Topic { get; init; }
}
