using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Testing.Tests.Support;

/// <summary>A host with webhooks, on a real port: it checks every signature and keeps what it got.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<ReceivedWebhook> _received = [];

    private WebhookHost(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>What to answer with; 204 unless a test says otherwise.</summary>
    public Func<ReceivedWebhook, HttpContext, Task> Answer { get; set; } = static (_, context) =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    };

    public IReadOnlyList<ReceivedWebhook> Received
    {
        get { lock (_received) return [.. _received]; }
    }

    public IEnumerable<string?> Statuses => Received.Select(static webhook => webhook["MessageStatus"] ?? webhook["CallStatus"]);

    public static async Task<WebhookHost> StartAsync(string authToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var host = new WebhookHost(builder.Build());
        var validator = new TwilioSignatureValidator(authToken);
        host._app.Run(context => host.ReceiveAsync(context, validator));
        await host._app.StartAsync();
        host.Address = host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, TwilioSignatureValidator validator)
    {
        var request = context.Request;
        var url = $"{request.Scheme}://{request.Headers.Host}{context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget}";
        KeyValuePair<string, string>[] form = request.HasFormContentType
            ? [.. (await request.ReadFormAsync()).SelectMany(static field => field.Value.Select(value => new KeyValuePair<string, string>(field.Key, value!)))]
            : [];
        var received = new ReceivedWebhook(
            request.Method, url, form, request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            validator.ValidateForm(url, form, request.Headers["X-Twilio-Signature"].ToString()));
        lock (_received) _received.Add(received);
        await Answer(received, context);
    }
}
