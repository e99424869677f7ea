using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>A text to send.</summary>
internal sealed record SmsSendRequest
{
    /// <summary>The recipient.</summary>
    [JsonPropertyName("to")]
    [Required]
    [MaxLength(Lengths.Address)]
    [Description("The recipient's phone number, in E.164 such as +16502530000, or as the host's default region writes it.")]
    public string To { get; init; } = "";

    [JsonPropertyName("message")]
    [Required]
    [MaxLength(Lengths.Message)]
    [Description("The text, at most 1,600 characters.")]
    public string Message { get; init; } = "";

    [JsonPropertyName("from_number")]
    [MaxLength(Lengths.Address)]
    [Description("The sender: a number of the account, a short code or an alphanumeric sender. Default: the host's.")]
    public string? FromNumber { get; init; }

    [JsonPropertyName("status_callback")]
    [MaxLength(Lengths.Url)]
    [Description("The address to which Twilio reports what becomes of the message. Default: the host's.")]
    public string? StatusCallback { get; init; }

    [JsonPropertyName("status_callback_method")]
    [AllowedValues("POST", "GET", null)]
    [Description("How Twilio calls status_callback: POST (the default) or GET.")]
    public string? StatusCallbackMethod { get; init; }
}
