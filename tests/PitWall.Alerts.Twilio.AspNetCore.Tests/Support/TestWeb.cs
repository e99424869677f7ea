using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A web host with endpoints and webhooks on a real port, on a sandbox of its own.</summary>
internal sealed class TestWeb : IAsyncDisposable
{
    /// <summary>A number that is valid in the plan.</summary>
    public const string Phone = "+34600111222";

    private readonly WebApplication _app;

    private TestWeb(WebApplication app, TwilioSandbox sandbox, RecordingLog log)
    {
        _app = app;
        Sandbox = sandbox;
        Log = log;
    }

    public TwilioSandbox Sandbox { get; }

    public RecordingLog Log { get; }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public IAlertLedger Ledger => Get<IAlertLedger>();

    public static async Task<TestWeb> StartAsync(TestWebOptions? options = null)
    {
        options ??= new TestWebOptions();
        var sandbox = await TwilioSandbox.StartAsync(options.Sandbox);
        var log = new RecordingLog(options.LogCapacity);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        var port = options.Port ?? FreePort.Take();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(options.ListenOn, port));
        var self = new Uri($"http://{options.ListenOn}:{port}");
        builder.Services.AddPitWallTwilio(twilio =>
        {
            twilio.AccountSid = sandbox.AccountSid;
            twilio.AuthToken = sandbox.AuthToken;
            twilio.PhoneNumber = sandbox.PhoneNumber;
            twilio.WhatsAppNumber = sandbox.WhatsAppNumber;
            twilio.BaseAddress = sandbox.BaseAddress;
            twilio.StatusCallback = new Uri(self, "/twilio/status");
            twilio.Transmit.BackoffBase = TimeSpan.FromMilliseconds(1);
            twilio.Transmit.BackoffMax = TimeSpan.FromMilliseconds(5);
            options.Twilio?.Invoke(twilio, self);
        });
        options.Services?.Invoke(builder.Services);
        var app = builder.Build();
        var web = new TestWeb(app, sandbox, log);
        if (options.Map is null)
        {
            app.MapPitWallTwilio();
            app.MapPitWallTwilioWebhooks();
        }
        else
        {
            options.Map(app);
        }

        await app.StartAsync();
        sandbox.IncomingMessageUrl = new Uri(self, "/twilio/inbound");
        web.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        web.Http = new HttpClient { BaseAddress = web.Address, Timeout = TimeSpan.FromSeconds(60) };
        return web;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        PostTextAsync(path, JsonSerializer.Serialize(body), "application/json", headers);

    public Task<Answer> PostTextAsync(string path, string body, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, headers);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), headers);

    public async Task<Answer> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        using (request)
        using (var response = await Http.SendAsync(request))
        {
            var type = response.Content.Headers.ContentType?.MediaType;
            var json = type is "application/json" or "application/problem+json" ? await response.Content.ReadFromJsonAsync<JsonElement>() : default;
            return new Answer((int)response.StatusCode, type, json, response.Headers);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
