using System.Net.Http.Headers;
using System.Text;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A webhook request that may or may not be what was signed.</summary>
internal sealed record ForgedRequest(string Url, KeyValuePair<string, string>[] Fields, string? Signature, string How)
{
    private const string ContentType = "application/x-www-form-urlencoded";

    public byte[] Body => Encoding.UTF8.GetBytes(string.Join(
        '&', Fields.Select(static pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value))));

    public TwilioWebhookRequest ToRequest() => new() { Url = Url, ContentType = ContentType, Body = Body, Signature = Signature };

    public HttpRequestMessage ToHttp()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url)) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        if (Signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", Signature);

        return request;
    }
}
