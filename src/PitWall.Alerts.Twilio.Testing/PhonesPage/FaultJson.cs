using System.Text.Json;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>The fault panel as the page gets it.</summary>
internal static class FaultJson
{
    /// <summary>What there is to switch; it never changes.</summary>
    public static void WriteSwitches(Utf8JsonWriter json)
    {
        json.WriteStartArray("switches");
        foreach (var fault in FaultSwitch.All)
        {
            json.WriteStartObject();
            json.WriteString("key", fault.Key);
            json.WriteString("title", fault.Title);
            json.WriteString("effect", fault.Effect);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is on.</summary>
    public static void WriteActive(Utf8JsonWriter json, FaultSwitches faults)
    {
        json.WriteStartArray("faults");
        foreach (var (key, rule) in faults.Active)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("name", rule.Fault.Name);
            json.WriteNumber("share", rule.Rate);
            if (rule.Left is { } left) json.WriteNumber("left", left);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
