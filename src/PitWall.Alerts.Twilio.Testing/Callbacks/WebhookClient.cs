using System.Net.Http.Headers;
using System.Text;
using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Storage;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>
/// Calls the host's webhooks as Twilio does: signed, with its time limits, retries and redirects. Only loopback and allow-listed hosts are
/// called.
/// </summary>
/// <remarks>The time limits are real time: a test that moves the sandbox's clock by an hour must not cut the requests that are under way.</remarks>
internal sealed class WebhookClient : IDisposable
{
    // Source: Twilio docs, error 11215.
    private const int MaxRedirects = 10;

    private const string FormMediaType = "application/x-www-form-urlencoded";

    private readonly WebhookTransport _transport = new();
    private readonly TwilioSandboxOptions _options;
    private readonly BoundedLog<SandboxCallback> _log;
    private readonly SandboxEvents _events;
    private readonly CancellationTokenSource _stopping = new();

    public WebhookClient(TwilioSandboxOptions options, BoundedLog<SandboxCallback> log, SandboxEvents events)
    {
        _options = options;
        _log = log;
        _events = events;
    }

    public async Task<WebhookAnswer> SendAsync(Webhook webhook)
    {
        if (!WebhookAddress.TryParse(webhook.Url, out var address))
            return Record(webhook, webhook.Url, 1, null, WebhookAnswer.Failed(11100, "The address is not an absolute http or https URL."));
        if (!MayCall(address))
            return NotCalled(webhook, address.Wire, "the sandbox calls loopback and allow-listed hosts only");
        if (_stopping.IsCancellationRequested)
            return NotCalled(webhook, address.Wire, "the sandbox has stopped");

        var overrides = ConnectionOverrides.Parse(address.Fragment);
        using var total = new CancellationTokenSource(overrides.TotalTimeout);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(total.Token, _stopping.Token);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await AttemptAsync(webhook, address, overrides, attempt, limit.Token).ConfigureAwait(false);
            if (answer.IsSuccess || attempt > overrides.Retries || limit.IsCancellationRequested || !IsRetried(answer, overrides)) return answer;
        }
    }

    /// <summary>Records that a webhook is not called because too many wait.</summary>
    public void GiveUp(Webhook webhook) => NotCalled(webhook, webhook.Url, "more callbacks wait for the host than the sandbox keeps");

    public void Dispose()
    {
        _stopping.Cancel();
        _transport.Dispose();
    }

    private static bool IsRetried(WebhookAnswer answer, ConnectionOverrides overrides) => answer switch
    {
        { ErrorCode: 11205 } => overrides.RetryPolicy.Contains("ct"),
        { StatusCode: >= 500 } => overrides.RetryPolicy.Contains("5xx"),
        { StatusCode: >= 400 } => overrides.RetryPolicy.Contains("4xx"),
        { ErrorCode: 11200, StatusCode: null } => overrides.RetryPolicy.Contains("rt"),
        _ => false,
    };

    private async Task<WebhookAnswer> AttemptAsync(
        Webhook webhook, WebhookAddress address, ConnectionOverrides overrides, int attempt, CancellationToken cancellationToken)
    {
        var method = webhook.Method;
        var fields = webhook.Fields;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            var isPost = method == "POST";
            var target = isPost ? address : address.With(fields);
            var signature = TwilioSignature.Compute(target.Wire, isPost ? [.. fields] : [], _options.AuthToken);
            using var request = Request(target, isPost ? fields : null, signature, webhook.IdempotencyToken);
            var (answer, location) = await _transport.SendAsync(request, overrides, cancellationToken).ConfigureAwait(false);
            if (location is null && answer.IsSuccess && webhook.Judge is { } judge) answer = judge(answer);
            Record(webhook with { Method = method, Fields = fields }, target.Wire, attempt, signature, answer);
            if (location is null) return answer;

            if (!Uri.TryCreate(target.Uri, location, out var moved) || !WebhookAddress.TryParse(moved.AbsoluteUri, out var next))
                return WebhookAnswer.Failed(11200, "Redirected to no usable address.");
            if (!MayCall(next))
                return NotCalled(webhook, next.Wire, "redirected to a host that is neither loopback nor allow-listed", attempt);

            address = next;
            // Only 307 and 308 keep the method; the others turn into a GET that has lost its parameters.
            if (answer.StatusCode is not (307 or 308)) (method, fields) = ("GET", []);
        }

        return WebhookAnswer.Failed(11215, "More than 10 redirects.");
    }

    private static HttpRequestMessage Request(
        WebhookAddress address, IReadOnlyList<KeyValuePair<string, string>>? form, string signature, string idempotencyToken)
    {
        var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, address.Uri);
        request.Headers.Host = address.Authority;
        request.Headers.TryAddWithoutValidation(TwilioSignature.HeaderName, signature);
        request.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", idempotencyToken);
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        if (address.UserInfo.Length > 0)
        {
            var credentials = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        }

        if (form is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(FormText.Write(form)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(FormMediaType, "utf-8");
        }

        return request;
    }

    private bool MayCall(WebhookAddress address) => address.Uri.IsLoopback || _options.AllowedCallbackHosts.Contains(address.Uri.Host);

    private WebhookAnswer NotCalled(Webhook webhook, string url, string reason, int attempt = 1) =>
        Record(webhook, url, attempt, signature: null, WebhookAnswer.Failed(11200, $"Not called: {reason}."));

    private WebhookAnswer Record(Webhook webhook, string url, int attempt, string? signature, WebhookAnswer answer)
    {
        var callback = new SandboxCallback
        {
            At = _options.TimeProvider.GetUtcNow(),
            Url = url,
            Method = webhook.Method,
            Fields = webhook.Fields,
            Signature = signature,
            IdempotencyToken = webhook.IdempotencyToken,
            Attempt = attempt,
            StatusCode = answer.StatusCode,
            ErrorCode = answer.ErrorCode,
            Problem = answer.Problem,
        };
        _log.Add(callback);
        _events.Publish(new CallbackAnswered(callback));
        return answer;
    }
}
