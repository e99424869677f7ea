using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Why a request was not carried out: a problem document (RFC 9457).</summary>
internal sealed record ProblemResponse
{
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required int Status { get; init; }

    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    [JsonPropertyName("errors")]
    [Description("What is wrong with which field.")]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    [JsonPropertyName("twilio_code")]
    [Description("Twilio's error code.")]
    public int? TwilioCode { get; init; }

    [JsonPropertyName("more_info")]
    [Description("The page where Twilio explains the code.")]
    public string? MoreInfo { get; init; }

    [JsonPropertyName("acceptance")]
    [Description("not_accepted: nothing was sent. unknown: it may have been sent; do not simply repeat it.")]
    public string? Acceptance { get; init; }

    [JsonPropertyName("id")]
    [Description("The alert's id, for GET /alerts/{id}.")]
    public string? Id { get; init; }

    [JsonPropertyName("missing")]
    [Description("The configuration keys that are missing.")]
    public IReadOnlyList<string>? Missing { get; init; }

    [JsonPropertyName("request_id")]
    [Description("Twilio's id of the request, to quote to its support.")]
    public string? RequestId { get; init; }
}
