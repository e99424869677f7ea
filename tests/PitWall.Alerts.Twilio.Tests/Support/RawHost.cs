using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Tests;

/// <summary>The library as a host has it, in front of a <see cref="RawTwilio"/>.</summary>
internal sealed class RawHost : IAsyncDisposable
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string AuthToken = "0123456789abcdef0123456789abcdef";
    public const string MessageSid = "SM0123456789abcdef0123456789abcdef";
    public const string CallSid = "CA0123456789abcdef0123456789abcdef";
    public const string ServiceSid = "MG0123456789abcdef0123456789abcdef";
    public const string ContentSid = "HX0123456789abcdef0123456789abcdef";
    public const string Sender = "+15125550100";
    public const string WhatsAppSender = "+15125550101";
    public const string Phone = "+34600111222";

    /// <summary>The least that Twilio says when it takes a message.</summary>
    public const string Created = $$"""{"sid":"{{MessageSid}}","status":"queued","to":"+34600111222","from":"+15125550100"}""";

    /// <summary>The least that Twilio says when it takes a call.</summary>
    public const string CallCreated = $$"""{"sid":"{{CallSid}}","status":"queued","to":"+34600111222","from":"+15125550100"}""";

    /// <summary>A machine that is busy with other tests may take its time.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(1);

    private readonly ServiceProvider _provider;

    private RawHost(RawTwilio server, ServiceProvider provider)
    {
        Server = server;
        _provider = provider;
    }

    public RawTwilio Server { get; }

    public ITwilioAlertClient Client => Get<ITwilioAlertClient>();

    public IPitWallAlerts Alerts => Get<IPitWallAlerts>();

    /// <summary>The only request that arrived.</summary>
    public RawRequest Only => Server.Requests.Should().ContainSingle().Subject;

    /// <summary>Starts a host whose server takes everything.</summary>
    public static RawHost Start(Action<PitWallTwilioOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        Start(
            RawTwilio.Start(request => RawAnswer.Json(request.Target.Contains("Calls", StringComparison.Ordinal) ? CallCreated : Created, 201)),
            configure,
            services);

    public static RawHost Start(RawAnswer answer, Action<PitWallTwilioOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        Start(RawTwilio.Start(answer), configure, services);

    public static RawHost Start(RawTwilio server, Action<PitWallTwilioOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddPitWallTwilio(options =>
        {
            options.AccountSid = AccountSid;
            options.AuthToken = AuthToken;
            options.PhoneNumber = Sender;
            options.WhatsAppNumber = WhatsAppSender;
            options.BaseAddress = server.Address;
            options.Transmit.AttemptTimeout = AttemptTimeout;
            options.Delivery.LongestWait = TimeSpan.FromMinutes(2);
            // What one attempt comes to is what these tests look at; repeating and searching have tests of their own.
            options.Transmit.MaxAttempts = 1;
            options.Transmit.ReconciliationWindow = TimeSpan.Zero;
            options.Transmit.CriticalReconciliationWindow = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        services?.Invoke(collection);
        return new RawHost(server, collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
    }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }
}
