namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// Metadata of an endpoint: an example of its request and of its answer, as JSON. A host that serves an OpenAPI document can copy them
/// into it with a transformer of a few lines, as the sample host shows.
/// </summary>
/// <param name="Request">The body of a request; <see langword="null"/> if it has none.</param>
/// <param name="Response">The body of a successful answer.</param>
public sealed record EndpointExample(string? Request, string Response);
