namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// Metadata of an endpoint: an example of its request and of its answer, as JSON. A host that serves an OpenAPI document copies them
/// into it with a transformer of a few lines; the sample host shows how.
/// </summary>
/// <param name="Request">The body of a request; <see langword="null"/> where it has none.</param>
/// <param name="Response">The body of the answer when all went well.</param>
public sealed record EndpointExample(string? Request, string Response);
