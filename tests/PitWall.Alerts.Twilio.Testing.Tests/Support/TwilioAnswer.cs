using System.Net.Http.Headers;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.Testing.Tests.Support;

internal sealed record TwilioAnswer(int Status, HttpResponseHeaders Headers, string Text, JsonElement Json)
{
    public string? this[string property] => Json.GetProperty(property).ValueKind == JsonValueKind.Null ? null : Json.GetProperty(property).ToString();

    public int Code => Json.GetProperty("code").GetInt32();
}
