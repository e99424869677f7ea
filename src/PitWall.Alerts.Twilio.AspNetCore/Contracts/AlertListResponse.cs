using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>The latest alerts, newest first, and the counts of all since the start.</summary>
internal sealed record AlertListResponse
{
    [JsonPropertyName("alerts")]
    public required IReadOnlyList<AlertEntryResponse> Alerts { get; init; }

    [JsonPropertyName("raised")]
    public required long Raised { get; init; }

    [JsonPropertyName("by_outcome")]
    public required IReadOnlyDictionary<string, long> ByOutcome { get; init; }

    [JsonPropertyName("by_reason")]
    public required IReadOnlyDictionary<string, long> ByReason { get; init; }

    [JsonPropertyName("segments")]
    public required long Segments { get; init; }
}
