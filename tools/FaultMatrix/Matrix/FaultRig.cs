using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio;

namespace FaultMatrix.Matrix;

/// <summary>The library as a host has it, in front of a server that goes wrong.</summary>
internal sealed class FaultRig : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private FaultRig(WireServer server, ServiceProvider provider)
    {
        Server = server;
        _provider = provider;
    }

    public WireServer Server { get; }

    public IPitWallAlerts Alerts => _provider.GetRequiredService<IPitWallAlerts>();

    public IAlertLedger Ledger => _provider.GetRequiredService<IAlertLedger>();

    /// <param name="script">What goes wrong.</param>
    /// <param name="configure">Changes the options.</param>
    /// <param name="optOuts">Who has opted out, where the library's own list will not do.</param>
    public static FaultRig Start(FaultScript script, Action<PitWallTwilioOptions>? configure = null, IOptOutList? optOuts = null)
    {
        var clock = TimeProvider.System;
        var server = new WireServer(clock, script.IsTls ? WireCertificate.Create(clock) : null)
        {
            // One connection an attempt, so that what keeps a connection from being made meets every attempt.
            KeepsAlive = false,
            Break = script.OnAccept,
            Fault = request => script.OnRequest(request, clock),
        };
        var connector = new FaultyConnector { Fault = script.OnConnect };
        var services = new ServiceCollection();
        if (optOuts is not null)
            services.AddSingleton(optOuts);

        services.AddPitWallTwilio(options =>
            {
                SetUp(options, server.Address);
                configure?.Invoke(options);
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => Handler(connector));
        return new FaultRig(server, services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static void SetUp(PitWallTwilioOptions options, Uri address)
    {
        options.AccountSid = "AC" + new string('0', 32);
        options.AuthToken = new string('0', 32);
        options.PhoneNumber = "+15005550006";
        options.BaseAddress = address;
        options.Transmit.AttemptTimeout = TimeSpan.FromSeconds(1);
        options.Transmit.BackoffBase = TimeSpan.FromMilliseconds(5);
        options.Transmit.BackoffMax = TimeSpan.FromMilliseconds(40);
        options.Transmit.ReconciliationWindow = TimeSpan.FromMilliseconds(500);
        options.Transmit.CriticalReconciliationWindow = TimeSpan.FromMilliseconds(400);
        options.Delivery.Queue.SmsSegmentsPerSecond = 0;
        options.Delivery.Limits.Recipient.PerMinute = 0;
        options.Delivery.Limits.CriticalRecipient.PerMinute = 0;
    }

    private static SocketsHttpHandler Handler(FaultyConnector connector) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = connector.ConnectAsync,
        SslOptions =
        {
#pragma warning disable CA5359 // The server's certificate was made a moment ago for this run, and nothing but this run trusts it.
            RemoteCertificateValidationCallback = static (_, _, _, _) => true,
#pragma warning restore CA5359
        },
    };
}
