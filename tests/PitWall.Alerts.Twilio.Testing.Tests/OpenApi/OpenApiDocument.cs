using System.Text.Json;
using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Testing.Tests.OpenApi;

/// <summary>Twilio's published OpenAPI document, as far as this project speaks it, and a check of answers against its schemas.</summary>
internal sealed class OpenApiDocument
{
    private const string Rfc2822 = @"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} \+0000$";

    private readonly JsonElement _root;

    private OpenApiDocument(JsonElement root) => _root = root;

    public static OpenApiDocument Load() =>
        new(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "OpenApi", "twilio-api-v2010-extract.json"))).RootElement);

    /// <summary>All operations, such as <c>GET /2010-04-01/Accounts/{Sid}.json</c>.</summary>
    public IEnumerable<string> Operations =>
        from path in _root.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select method.Name.ToUpperInvariant() + " " + path.Name;

    /// <summary>What is wrong with an answer; nothing when it is as published.</summary>
    public IReadOnlyList<string> Check(string operation, int status, JsonElement body)
    {
        var (method, path) = operation.Split(' ') is [var verb, var address] ? (verb.ToLowerInvariant(), address) : throw new ArgumentException(operation);
        if (!_root.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").TryGetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var response))
            return [$"{operation} has no answer {status}"];
        if (!response.GetProperty("content").TryGetProperty("application/json", out var content)) return [];

        var problems = new List<string>();
        Check(content.GetProperty("schema"), body, "$", problems);
        return problems;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        schema = Resolve(schema);
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!IsNullable(schema)) problems.Add(at + " must not be null");
            return;
        }

        switch (schema.GetProperty("type").GetString())
        {
            case "object":
                CheckObject(schema, value, at, problems);
                break;
            case "array":
                foreach (var (item, index) in value.EnumerateArray().Select(static (item, index) => (item, index))) Check(schema.GetProperty("items"), item, $"{at}[{index}]", problems);
                break;
            case "string":
                CheckString(schema, value, at, problems);
                break;
            case "integer" when value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out _):
            case "boolean" when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                problems.Add($"{at} is {value.ValueKind}, not of type {schema.GetProperty("type")}");
                break;
        }
    }

    /// <summary>Every published field is there, and no other.</summary>
    private void CheckObject(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add(at + " is no object");
            return;
        }

        if (!schema.TryGetProperty("properties", out var properties))
        {
            if (schema.TryGetProperty("format", out var format) && format.GetString() == "uri-map" && value.EnumerateObject().Any(static entry => entry.Value.ValueKind != JsonValueKind.String))
                problems.Add(at + " is no map of addresses");
            return;
        }

        foreach (var property in properties.EnumerateObject())
        {
            if (value.TryGetProperty(property.Name, out var field)) Check(property.Value, field, $"{at}.{property.Name}", problems);
            else problems.Add($"{at}.{property.Name} is missing");
        }

        foreach (var field in value.EnumerateObject().Where(field => !properties.TryGetProperty(field.Name, out _))) problems.Add($"{at}.{field.Name} is not published");
    }

    private static void CheckString(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            problems.Add($"{at} is {value.ValueKind}, not a string");
            return;
        }

        var text = value.GetString()!;
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(allowed => allowed.GetString() == text)) problems.Add($"{at} is '{text}', which is no value of its enumeration");
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!)) problems.Add($"{at} is '{text}', which does not match {pattern}");
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "date-time-rfc-2822" && !Regex.IsMatch(text, Rfc2822)) problems.Add($"{at} is '{text}', which is no RFC 2822 date");
    }

    private JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? _root.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private static bool IsNullable(JsonElement schema) => schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean();
}
