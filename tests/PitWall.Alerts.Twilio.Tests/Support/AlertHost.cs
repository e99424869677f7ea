using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests;

/// <summary>The library as a host has it, on a sandbox of its own, over loopback HTTP.</summary>
internal sealed class AlertHost : IAsyncDisposable
{
    /// <summary>A number that is valid in the plan.</summary>
    public const string Phone = "+34600111222";

    private readonly ServiceProvider _provider;

    private AlertHost(TwilioSandbox sandbox, ServiceProvider provider)
    {
        Sandbox = sandbox;
        _provider = provider;
    }

    public TwilioSandbox Sandbox { get; }

    public IPitWallAlerts Alerts => Get<IPitWallAlerts>();

    public IAlertQueue Queue => Get<IAlertQueue>();

    public IAlertLedger Ledger => Get<IAlertLedger>();

    public ITwilioAlertClient Client => Get<ITwilioAlertClient>();

    public IEnumerable<SandboxRequest> Creates => Sandbox.Requests.Where(r => r.IsCreate);

    public static async Task<AlertHost> StartAsync(
        Action<PitWallTwilioOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        TwilioSandboxOptions? sandboxOptions = null)
    {
        var sandbox = await TwilioSandbox.StartAsync(sandboxOptions);
        var collection = new ServiceCollection();
        collection.AddPitWallTwilio(options =>
        {
            options.AccountSid = sandbox.AccountSid;
            options.AuthToken = sandbox.AuthToken;
            options.PhoneNumber = sandbox.PhoneNumber;
            options.WhatsAppNumber = sandbox.WhatsAppNumber;
            options.BaseAddress = sandbox.BaseAddress;
            // A machine that is busy with other tests may take its time.
            options.Transmit.AttemptTimeout = TimeSpan.FromMinutes(1);
            options.Delivery.LongestWait = TimeSpan.FromMinutes(2);
            // Faults are tried by the dozen: the waits between attempts are drawn between nothing and this.
            options.Transmit.BackoffBase = TimeSpan.FromMilliseconds(1);
            options.Transmit.BackoffMax = TimeSpan.FromMilliseconds(5);
            configure?.Invoke(options);
        });
        services?.Invoke(collection);
        return new AlertHost(sandbox, collection.BuildServiceProvider(validateScopes: true));
    }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
