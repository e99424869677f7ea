using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Whether alerts can leave.</summary>
internal sealed record HealthResponse
{
    [JsonPropertyName("available")]
    public required bool Available { get; init; }

    [JsonPropertyName("message")]
    [Description("The same, in a sentence.")]
    public required string Message { get; init; }

    [JsonPropertyName("missing")]
    [Description("The configuration keys that are missing.")]
    public required IReadOnlyList<string> Missing { get; init; }

    [JsonPropertyName("account_sid")]
    [Description("The beginning of the account SID.")]
    public string? AccountSid { get; init; }

    [JsonPropertyName("phone_number_configured")]
    public required bool PhoneNumberConfigured { get; init; }

    [JsonPropertyName("whatsapp_number_configured")]
    public required bool WhatsAppNumberConfigured { get; init; }

    [JsonPropertyName("reachable")]
    [Description("Whether Twilio answered and took the credentials.")]
    public required bool Reachable { get; init; }

    [JsonPropertyName("account_status")]
    [Description("active, suspended or closed.")]
    public string? AccountStatus { get; init; }

    [JsonPropertyName("trial")]
    public bool? Trial { get; init; }
}
