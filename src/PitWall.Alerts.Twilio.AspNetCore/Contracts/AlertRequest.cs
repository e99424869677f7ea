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
    [Description("How long the alert is valid; after that it is not sent. Default: depends on its kind.")]
    public int? ValidForSeconds { get; init; }

    [JsonPropertyName("deduplication_key")]
    [MaxLength(Lengths.Name)]
    [Description("Alerts to one recipient with an equal key are duplicates: within the deduplication window only the first is sent. Default: made of kind, type and message.")]
    public string? DeduplicationKey { get; init; }

    [JsonPropertyName("topic")]
    [MaxLength(Lengths.Name)]
    [Description("What it is about, such as car-13/pit-stop: a newer alert of the same topic takes its place while it waits.")]
    public string? Topic { get; init; }
}
