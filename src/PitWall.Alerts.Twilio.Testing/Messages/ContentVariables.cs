using System.Text.Json;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>The variables of a template: a JSON object of strings, such as <c>{"1":"Lap 23"}</c>.</summary>
internal static class ContentVariables
{
    public static bool TryParse(string? text, out IReadOnlyDictionary<string, string> variables)
    {
        var found = new Dictionary<string, string>();
        variables = found;
        if (text is null) return true;

        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return false;

            foreach (var variable in json.RootElement.EnumerateObject())
            {
                if (variable.Value.ValueKind != JsonValueKind.String) return false;
                found[variable.Name] = variable.Value.GetString()!;
            }

            return true;
        }
        // Half of a surrogate pair, which JSON can write with an escape, is no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
