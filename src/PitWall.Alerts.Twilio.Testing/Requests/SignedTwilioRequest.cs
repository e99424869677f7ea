using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// Creates requests to a host's webhooks, signed as Twilio signs them, to test those webhooks alone, such as with
/// <c>WebApplicationFactory</c>. The URL must be the one with which the host believes it was called: scheme, host and query are part of
/// the signature. Safe for concurrent use.
/// </summary>
/// <param name="authToken">The token to sign with.</param>
/// <param name="accountSid">
/// The account that <see cref="MessageStatus"/> and <see cref="Text"/> are of: webhooks take those of their own account only. Default
/// <see langword="null"/>: <see cref="TwilioSandbox.DefaultAccountSid"/>.
/// </param>
public sealed class SignedTwilioRequest(string authToken, string? accountSid = null)
{
    private readonly string _authToken = authToken ?? throw new ArgumentNullException(nameof(authToken));
    private readonly string _accountSid = accountSid ?? TwilioSandbox.DefaultAccountSid;

    /// <summary>Creates a request with a form, as most webhooks have.</summary>
    /// <param name="url">The absolute address of the webhook.</param>
    /// <param name="fields">The parameters; a name may occur several times.</param>
    /// <returns>The signed request.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="url"/> is not an absolute http or https address.</exception>
    public HttpRequestMessage Form(string url, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        KeyValuePair<string, string>[] sent = [.. fields];
        var request = Signed(HttpMethod.Post, url, sent);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(FormText.Write(sent)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8");
        return request;
    }

    /// <summary>Creates a GET request, whose parameters are all in its URL.</summary>
    /// <param name="url">The absolute address, query included.</param>
    /// <returns>The signed request.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="url"/> is not an absolute http or https address.</exception>
    public HttpRequestMessage Get(string url) => Signed(HttpMethod.Get, url, []);

    /// <summary>Creates a request with JSON. Its URL gets the <c>bodySHA256</c> that vouches for the body.</summary>
    /// <param name="url">The absolute address of the webhook.</param>
    /// <param name="json">The body.</param>
    /// <returns>The signed request.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="url"/> is not an absolute http or https address.</exception>
    public HttpRequestMessage Json(string url, string json)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(json);

        var body = Encoding.UTF8.GetBytes(json);
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var request = Signed(HttpMethod.Post, $"{url}{separator}bodySHA256={Convert.ToHexStringLower(SHA256.HashData(body))}", []);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return request;
    }

    /// <summary>Creates a report of a message's status.</summary>
    /// <param name="url">The absolute address of the webhook.</param>
    /// <param name="messageSid">The message SID.</param>
    /// <param name="status">The status as Twilio writes it, such as <c>delivered</c>.</param>
    /// <param name="to">The recipient's address.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="errorCode">The error of an undelivered or failed message; null for none.</param>
    /// <returns>The signed request.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="url"/> is not an absolute http or https address.</exception>
    public HttpRequestMessage MessageStatus(string url, string messageSid, string status, string to, string from, int? errorCode = null)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("SmsSid", messageSid), new("SmsStatus", status), new("MessageStatus", status), new("To", to), new("MessageSid", messageSid),
            new("AccountSid", _accountSid), new("From", from), new("ApiVersion", "2010-04-01"),
        ];
        if (errorCode is { } code) fields.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
        return Form(url, fields);
    }

    /// <summary>Creates the webhook request for a text from a phone.</summary>
    /// <param name="url">The absolute address of the webhook.</param>
    /// <param name="messageSid">The message SID.</param>
    /// <param name="from">The phone's address.</param>
    /// <param name="to">The account's address.</param>
    /// <param name="body">The text.</param>
    /// <returns>The signed request.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="url"/> is not an absolute http or https address.</exception>
    public HttpRequestMessage Text(string url, string messageSid, string from, string to, string body) => Form(
        url,
        [
            new("SmsMessageSid", messageSid), new("NumMedia", "0"), new("SmsSid", messageSid), new("SmsStatus", "received"), new("Body", body), new("To", to),
            new("NumSegments", "1"), new("MessageSid", messageSid), new("AccountSid", _accountSid), new("From", from), new("ApiVersion", "2010-04-01"),
        ]);

    private HttpRequestMessage Signed(HttpMethod method, string url, KeyValuePair<string, string>[] fields)
    {
        if (!WebhookAddress.TryParse(url, out var address))
            throw new ArgumentException("The address is not an absolute http or https address.", nameof(url));

        var request = new HttpRequestMessage(method, address.Uri);
        request.Headers.Add(TwilioSignature.HeaderName, TwilioSignature.Compute(address.Wire, fields, _authToken));
        return request;
    }
}
