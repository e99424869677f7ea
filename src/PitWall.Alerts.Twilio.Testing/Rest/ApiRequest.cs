namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>A parsed request to the API.</summary>
internal sealed class ApiRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The query as it came, for addresses of pages.</summary>
    public required string QueryText { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Form { get; init; }

    /// <summary>The <c>Authorization</c> header; null without one.</summary>
    public string? Authorization { get; init; }

    /// <summary>Completes when the answer has been sent.</summary>
    public required Task Answered { get; init; }

    /// <summary>The value of a body parameter; null when it is missing or empty, which mean the same to Twilio.</summary>
    public string? this[string name] => Form.FirstOrDefault(field => field.Key == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>The value of a body parameter, the empty one included, which clears a setting; null when it is missing.</summary>
    public string? Sent(string name) => Form.FirstOrDefault(field => field.Key == name).Value;

    public bool Has(string name) => Form.Any(field => field.Key == name);

    public IEnumerable<string> All(string name) =>
        Form.Where(field => field.Key == name && field.Value.Length > 0).Select(static field => field.Value);

    public string? QueryValue(string name) => Query.FirstOrDefault(field => field.Key == name).Value is { Length: > 0 } value ? value : null;
}
