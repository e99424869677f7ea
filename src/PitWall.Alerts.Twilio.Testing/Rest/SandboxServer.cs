using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>
/// Kestrel on loopback, and nothing else: no configuration files, no environment, no logging, no console, so that the host's own settings
/// and its Ctrl+C stay its own.
/// </summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    // Twilio's largest requests are messages with 10 media addresses; this is far above.
    private const int MaxRequestBody = 1024 * 1024;

    private readonly WebApplication _app;

    private SandboxServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public static async Task<SandboxServer> StartAsync(int port, RequestDelegate handler, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            // Slow bodies are slow on purpose.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http1);
        });

        var server = new SandboxServer(builder.Build());
        server._app.Run(handler);
        await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
        server.Address = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>Stops listening and cuts the connections that are still open.</summary>
    public Task StopAsync() => _app.StopAsync(new CancellationToken(canceled: true));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
