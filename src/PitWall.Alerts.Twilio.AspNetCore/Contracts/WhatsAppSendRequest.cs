using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>A WhatsApp message to send: free text, or an approved template.</summary>
internal sealed record WhatsAppSendRequest
{
    /// <summary>The recipient.</summary>
    [JsonPropertyName("to")]
    [Required]
    [MaxLength(Lengths.Address)]
    [Description("The recipient's phone number, in E.164 such as +16502530000, or as the host's default region writes it.")]
    public string To { get; init; } = "";

    [JsonPropertyName("message")]
    [MaxLength(Lengths.Message)]
    [Description("Free text, at most 1,600 characters. It reaches people who wrote within 24 hours; others need content_sid.")]
    public string? Message { get; init; }

    [JsonPropertyName("content_sid")]
    [MaxLength(Lengths.Name)]
    [Description("An approved template: HX and 32 hexadecimal digits.")]
    public string? ContentSid { get; init; }

    [JsonPropertyName("content_variables")]
    [Description("The template's variables, such as {\"1\": \"Lap 23\"}. Needs content_sid.")]
    public IReadOnlyDictionary<string, string>? ContentVariables { get; init; }

    [JsonPropertyName("from_number")]
    [MaxLength(Lengths.Address)]
    [Description("The WhatsApp sender, with or without whatsapp: in front. Default: the host's.")]
    public string? FromNumber { get; init; }

    [JsonPropertyName("status_callback")]
    [MaxLength(Lengths.Url)]
    [Description("The address to which Twilio reports what becomes of the message. Default: the host's.")]
    public string? StatusCallback { get; init; }
}
