using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>What Twilio knows of a message.</summary>
internal sealed record MessageStatusResponse
{
    [JsonPropertyName("sid")]
    public required string Sid { get; init; }

    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Twilio's status, such as delivered.")]
    public string? Status { get; init; }

    [JsonPropertyName("to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? To { get; init; }

    [JsonPropertyName("from")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? From { get; init; }

    [JsonPropertyName("error_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Why it failed or was not delivered.")]
    public int? ErrorCode { get; init; }

    [JsonPropertyName("error_message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ErrorMessage { get; init; }

    [JsonPropertyName("segments")]
    public int? Segments { get; init; }

    [JsonPropertyName("price")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("What it cost, a positive amount; null until Twilio knows.")]
    public decimal? Price { get; init; }

    [JsonPropertyName("price_unit")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PriceUnit { get; init; }

    [JsonPropertyName("date_created")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? DateCreated { get; init; }

    [JsonPropertyName("date_sent")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? DateSent { get; init; }

    [JsonPropertyName("date_updated")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? DateUpdated { get; init; }
}
