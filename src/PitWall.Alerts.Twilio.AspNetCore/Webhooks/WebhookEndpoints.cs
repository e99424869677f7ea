using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Brings Twilio's requests to <see cref="ITwilioWebhooks"/> and its answers back.</summary>
internal sealed class WebhookEndpoints(AccountAccess account)
{
    private const string SignatureHeader = "X-Twilio-Signature";

    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("/status", (RequestDelegate)StatusAsync);
        group.MapPost("/inbound", (RequestDelegate)InboundAsync);
        group.MapMethods("/voice/{token}", ["GET", "POST"], (RequestDelegate)VoiceAsync);
    }

    // Not the request's token: once a report has counted, handlers must receive it even if Twilio hangs up.
    private Task StatusAsync(HttpContext context) => HandleAsync(context, static (webhooks, request, _) => webhooks.ReceiveStatusAsync(request));

    private Task InboundAsync(HttpContext context) => HandleAsync(context, static (webhooks, request, _) => webhooks.ReceiveMessageAsync(request));

    private Task VoiceAsync(HttpContext context) => HandleAsync(
        context, static (webhooks, request, http) => Task.FromResult(webhooks.AnswerCall((string)http.Request.RouteValues["token"]!, request)));

    private async Task HandleAsync(HttpContext context, Func<ITwilioWebhooks, TwilioWebhookRequest, HttpContext, Task<TwilioWebhookAnswer>> receive)
    {
        var webhooks = account.Get<ITwilioWebhooks>(context.RequestServices);
        var (body, length) = await BoundedBody.ReadAsync(context.Request, webhooks.Options.MaxBodyBytes).ConfigureAwait(false);
        if (body is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        try
        {
            var request = Request(context, webhooks.Options.PublicAddress, body.AsMemory(0, length));
            await AnswerAsync(context, await receive(webhooks, request, context).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body, clearArray: true);
        }
    }

    private static TwilioWebhookRequest Request(HttpContext context, Uri? publicAddress, ReadOnlyMemory<byte> body)
    {
        var headers = context.Request.Headers;
        return new TwilioWebhookRequest
        {
            Url = UrlOf(context, publicAddress),
            Method = context.Request.Method,
            ContentType = context.Request.ContentType,
            Body = body,
            Signature = headers[SignatureHeader] is { Count: 1 } signature ? signature[0] : null,
        };
    }

    /// <summary>The address as Twilio wrote it, byte for byte: the framework's own properties are decoded, and a decoded path cannot be undone.</summary>
    private static string UrlOf(HttpContext context, Uri? publicAddress)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;

        // ASP.NET Core's test server keeps none.
        if (string.IsNullOrEmpty(target))
            target = context.Request.GetEncodedPathAndQuery();

        if (publicAddress is not null)
            return publicAddress.OriginalString.TrimEnd('/') + PathOf(target);

        return target.StartsWith('/') ? $"{context.Request.Scheme}://{context.Request.Host.Value}{target}" : target;
    }

    /// <summary>A proxy may ask for a whole address. Where the public one is set, that of the request counts for nothing.</summary>
    private static string PathOf(string target)
    {
        const string endOfScheme = "://";
        if (target.StartsWith('/') || target.IndexOf(endOfScheme, StringComparison.Ordinal) is not (var scheme and > 0))
            return target;

        var path = target.AsSpan(scheme + endOfScheme.Length);
        return path.IndexOfAny('/', '?') is var start and >= 0 ? path[start..].ToString() : "/";
    }

    private static Task AnswerAsync(HttpContext context, TwilioWebhookAnswer answer)
    {
        context.Response.StatusCode = answer.StatusCode;
        if (answer.Body is null)
            return Task.CompletedTask;

        context.Response.ContentType = "text/xml; charset=utf-8";
        return context.Response.WriteAsync(answer.Body);
    }
}
