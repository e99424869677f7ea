using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>How a <see cref="TestWeb"/> differs from the usual one.</summary>
internal sealed record TestWebOptions
{
    public IPAddress ListenOn { get; init; } = IPAddress.Loopback;

    public int? Port { get; init; }

    public TwilioSandboxOptions? Sandbox { get; init; }

    /// <summary>How many of the last lines of the log are kept.</summary>
    public int LogCapacity { get; init; } = int.MaxValue;

    public Action<PitWallTwilioOptions, Uri>? Twilio { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    public Action<WebApplication>? Map { get; init; }
}
