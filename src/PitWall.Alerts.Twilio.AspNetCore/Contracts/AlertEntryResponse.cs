using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>What is known of one alert.</summary>
internal sealed record AlertEntryResponse
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("kind")]
    [Description("strategy, coaching, critical or batch.")]
    public required string Kind { get; init; }

    [JsonPropertyName("alert_type")]
    public string? AlertType { get; init; }

    [JsonPropertyName("severity")]
    public required string Severity { get; init; }

    [JsonPropertyName("channel")]
    public required string Channel { get; init; }

    [JsonPropertyName("to")]
    [Description("The recipient, with most digits hidden.")]
    public string? To { get; init; }

    [JsonPropertyName("topic")]
    public string? Topic { get; init; }

    [JsonPropertyName("outcome")]
    [Description("accepted, pending, suppressed, not_configured, unknown or failed.")]
    public required string Outcome { get; init; }

    [JsonPropertyName("reason")]
    [Description("Why it was held back.")]
    public string? Reason { get; init; }

    [JsonPropertyName("detail")]
    [Description("The same, or why it failed, in a sentence.")]
    public string? Detail { get; init; }

    [JsonPropertyName("sid")]
    public string? Sid { get; init; }

    [JsonPropertyName("status")]
    [Description("Twilio's latest status.")]
    public string? Status { get; init; }

    [JsonPropertyName("twilio_code")]
    public int? TwilioCode { get; init; }

    [JsonPropertyName("segments")]
    public required int Segments { get; init; }

    [JsonPropertyName("attempts")]
    public required int Attempts { get; init; }

    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    [JsonPropertyName("price_unit")]
    public string? PriceUnit { get; init; }

    [JsonPropertyName("times")]
    [Description("When each step was taken: decided, admitted, transmitted, accepted, sent, delivered, read, heard, ended.")]
    public required IReadOnlyDictionary<string, DateTimeOffset> Times { get; init; }
}
