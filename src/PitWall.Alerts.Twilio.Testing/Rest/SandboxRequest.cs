namespace PitWall.Alerts.Twilio.Testing;

/// <summary>A request that reached the sandbox's API, and its answer. Credentials are not kept.</summary>
public sealed record SandboxRequest
{
    internal SandboxRequest()
    {
    }

    /// <summary>When the request arrived, on the sandbox's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The decoded parameters of the query, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>The decoded parameters of the body, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Form { get; init; }

    /// <summary>The HTTP status of the answer; null if the connection was cut before an answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The Twilio error code of the answer; null if there is none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The fault that was played, in words; null if the request was served without a fault.</summary>
    public string? Fault { get; init; }

    /// <summary>The message or call that the request created, served or changed; null if there is none.</summary>
    public string? ResourceSid { get; init; }

    /// <summary>Whether the request asked for a new message or call.</summary>
    public bool IsCreate =>
        Method == "POST" && (Path.EndsWith("/Messages.json", StringComparison.Ordinal) || Path.EndsWith("/Calls.json", StringComparison.Ordinal));

    /// <summary>Returns the first value of a body parameter, or null if it was not sent.</summary>
    /// <param name="name">The parameter's name, such as <c>Body</c>.</param>
    public string? Field(string name) => Form.FirstOrDefault(field => field.Key == name).Value;
}
