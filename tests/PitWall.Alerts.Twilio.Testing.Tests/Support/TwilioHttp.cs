using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.Testing.Tests.Support;

/// <summary>Speaks to a sandbox as any HTTP client would.</summary>
internal sealed class TwilioHttp : IDisposable
{
    private readonly TwilioSandbox _sandbox;
    private readonly HttpClient _http;

    public TwilioHttp(TwilioSandbox sandbox, string? user = null, string? password = null)
    {
        _sandbox = sandbox;
        _http = new HttpClient { BaseAddress = sandbox.BaseAddress, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user ?? sandbox.AccountSid}:{password ?? sandbox.AuthToken}")));
    }

    public HttpClient Raw => _http;

    public string Path(string resource) => $"/2010-04-01/Accounts/{_sandbox.AccountSid}{resource}.json";

    public Task<TwilioAnswer> GetAsync(string resource, string query = "") => SendAsync(HttpMethod.Get, Path(resource) + query);

    public Task<TwilioAnswer> DeleteAsync(string resource) => SendAsync(HttpMethod.Delete, Path(resource));

    public Task<TwilioAnswer> PostAsync(string resource, params (string Name, string Value)[] form) => SendAsync(
        HttpMethod.Post, Path(resource), new FormUrlEncodedContent(form.Select(static field => new KeyValuePair<string, string>(field.Name, field.Value))));

    public Task<TwilioAnswer> SendSmsAsync(string to, string body, params (string Name, string Value)[] more) =>
        PostAsync("/Messages", [("To", to), ("From", _sandbox.PhoneNumber), ("Body", body), .. more]);

    public async Task<TwilioAnswer> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = text.Length > 0 && response.Content.Headers.ContentType?.MediaType == "application/json";
        return new TwilioAnswer((int)response.StatusCode, response.Headers, text, isJson ? JsonDocument.Parse(text).RootElement.Clone() : default);
    }

    public void Dispose() => _http.Dispose();
}
