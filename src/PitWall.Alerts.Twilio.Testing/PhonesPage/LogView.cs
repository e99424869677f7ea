using System.Text.Json;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>A line of the log as the page gets it.</summary>
internal static class LogView
{
    // As much as a person reads; a message's body fits.
    private const int MaxFields = 40;
    private const int MaxText = 1600;

    public static void Write(Utf8JsonWriter json, LogEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("at", entry.At);
        if (entry.Request is { } request) WriteRequest(json, request);
        else WriteCallback(json, entry.Callback!);
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, SandboxRequest request)
    {
        json.WriteString("kind", "request");
        json.WriteString("method", Cut(request.Method));
        json.WriteString("path", Cut(request.Path));
        if (request.StatusCode is { } status) json.WriteNumber("status", status);
        if (request.ErrorCode is { } error) json.WriteNumber("error", error);
        if (request.Fault is { } fault) json.WriteString("fault", fault);
        if (request.ResourceSid is { } sid) json.WriteString("sid", sid);
        WriteFields(json, request.Query.Concat(request.Form));
    }

    private static void WriteCallback(Utf8JsonWriter json, SandboxCallback callback)
    {
        json.WriteString("kind", "callback");
        json.WriteString("method", callback.Method);
        json.WriteString("path", Cut(callback.Url));
        json.WriteNumber("attempt", callback.Attempt);
        json.WriteBoolean("called", callback.WasCalled);
        if (callback.StatusCode is { } status) json.WriteNumber("status", status);
        if (callback.ErrorCode is { } error) json.WriteNumber("error", error);
        if (callback.Problem is { } problem) json.WriteString("problem", problem);
        if ((callback.Field("MessageStatus") ?? callback.Field("CallStatus")) is { } state) json.WriteString("state", state);
        WriteFields(json, callback.Fields);
    }

    private static void WriteFields(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> fields)
    {
        json.WriteStartArray("fields");
        foreach (var (name, value) in fields.Take(MaxFields))
        {
            json.WriteStartArray();
            json.WriteStringValue(Cut(name));
            json.WriteStringValue(Cut(value));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, MaxText));
}
