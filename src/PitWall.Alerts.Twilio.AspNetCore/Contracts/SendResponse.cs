using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>What became of a request to send. The first seven are always there.</summary>
internal sealed record SendResponse
{
    [JsonPropertyName("success")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Whether Twilio took it, or it is still on its way to Twilio.")]
    public required bool Success { get; init; }

    [JsonPropertyName("sid")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("The message SID or call SID.")]
    public string? Sid { get; init; }

    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Twilio's first status, such as queued; for what Twilio has not taken: pending, suppressed.")]
    public string? Status { get; init; }

    [JsonPropertyName("to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("The recipient.")]
    public string? To { get; init; }

    [JsonPropertyName("from")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("The sender; null while a messaging service chooses one.")]
    public string? From { get; init; }

    [JsonPropertyName("message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("What happened, in a sentence.")]
    public required string Message { get; init; }

    [JsonPropertyName("timestamp")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("When, in UTC.")]
    public required DateTimeOffset Timestamp { get; init; }

    [JsonPropertyName("id")]
    [Description("The alert's id, for GET /alerts/{id}.")]
    public string? Id { get; init; }

    [JsonPropertyName("reason")]
    [Description("Why it was held back, such as duplicate or opted_out.")]
    public string? Reason { get; init; }

    [JsonPropertyName("segments")]
    [Description("The number of SMS segments.")]
    public int? Segments { get; init; }

    [JsonPropertyName("attempts")]
    [Description("The number of requests made to Twilio.")]
    public int? Attempts { get; init; }

    [JsonPropertyName("is_cut")]
    [Description("Whether the text was cut to fit.")]
    public bool? IsCut { get; init; }

    [JsonPropertyName("warnings")]
    [Description("What somebody should know although it did not stop the alert.")]
    public IReadOnlyList<string>? Warnings { get; init; }

    [JsonPropertyName("request_id")]
    [Description("Twilio's id of the request, to quote to its support.")]
    public string? RequestId { get; init; }
}
