namespace PitWall.Alerts.Twilio.Testing.Tests.Support;

internal sealed record ReceivedWebhook(
    string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Form, IReadOnlyDictionary<string, string> Headers, TwilioSignatureVerdict Verdict)
{
    public string? this[string field] => Form.FirstOrDefault(pair => pair.Key == field).Value;
}
