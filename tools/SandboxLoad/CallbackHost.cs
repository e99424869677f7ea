using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SandboxLoad;

/// <summary>Answers callbacks and counts them.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _count;

    private CallbackHost(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public int Count => _count;

    public static async Task<CallbackHost> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var host = new CallbackHost(builder.Build());
        host._app.Run(context =>
        {
            Interlocked.Increment(ref host._count);
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        await host._app.StartAsync();
        host.Address = host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
