using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>A call to place.</summary>
internal sealed record VoiceCallRequest
{
    /// <summary>The recipient.</summary>
    [JsonPropertyName("to")]
    [Required]
    [MaxLength(Lengths.Address)]
    [Description("The number to call, in E.164 such as +16502530000, or as the host's default region writes it.")]
    public string To { get; init; } = "";

    [JsonPropertyName("message")]
    [MaxLength(Lengths.Message)]
    [Description("What is spoken, unless there is a url.")]
    public string? Message { get; init; }

    [JsonPropertyName("url")]
    [MaxLength(Lengths.Url)]
    [Description("Where Twilio fetches instructions (TwiML) when somebody answers. Wins over message.")]
    public string? Url { get; init; }

    [JsonPropertyName("from_number")]
    [MaxLength(Lengths.Address)]
    [Description("The caller: a number of the account. Default: the host's.")]
    public string? FromNumber { get; init; }

    [JsonPropertyName("status_callback")]
    [MaxLength(Lengths.Url)]
    [Description("The address to which Twilio reports what becomes of the call. Default: the host's.")]
    public string? StatusCallback { get; init; }

    [JsonPropertyName("record")]
    [DefaultValue(false)]
    [Description("Whether the call is recorded.")]
    public bool Record { get; init; }
}
