using System.Net.Http.Headers;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

internal sealed record Answer(int Status, string? ContentType, JsonElement Json, HttpResponseHeaders Headers)
{
    public string? this[string name] => Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    public IEnumerable<string> ErrorFields => Json.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(static error => error.Name) : [];
}
