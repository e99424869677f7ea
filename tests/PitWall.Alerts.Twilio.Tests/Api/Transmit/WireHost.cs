using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

/// <summary>The library as a host has it, in front of a raw server that shows and hides what a test asks for.</summary>
internal sealed class WireHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public WireHost(Action<PitWallTwilioOptions>? configure = null, Action<PitWallTwilioBuilder>? build = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddPitWallTwilio(options =>
        {
            options.AccountSid = "AC" + new string('0', 32);
            options.AuthToken = new string('0', 32);
            options.PhoneNumber = Creates.From;
            options.WhatsAppNumber = "+15125550101";
            options.BaseAddress = Server.Address;
            // On a busy machine an alert over real sockets takes its time, and Pending is not what these tests ask about.
            options.Delivery.LongestWait = TimeSpan.FromMinutes(2);
            options.Transmit.BackoffBase = TimeSpan.FromMilliseconds(1);
            options.Transmit.BackoffMax = TimeSpan.FromMilliseconds(5);
            options.Transmit.ReconciliationWindow = TimeSpan.FromMilliseconds(300);
            options.Transmit.CriticalReconciliationWindow = TimeSpan.FromMilliseconds(300);
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public WireServer Server { get; } = new();

    public IPitWallAlerts Alerts => Get<IPitWallAlerts>();

    public IAlertQueue Queue => Get<IAlertQueue>();

    public IAlertLedger Ledger => Get<IAlertLedger>();

    public ITwilioAlertClient Client => Get<ITwilioAlertClient>();

    public IReadOnlyList<WireMessage> OnThePhone => Server.Store.Messages;

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Plays faults on creates in turn; what comes after the last goes well.</summary>
    public void OnCreates(params WireFault?[] faults)
    {
        var next = -1;
        Server.Fault = request =>
            request.IsCreate && Interlocked.Increment(ref next) is var i && i < faults.Length ? faults[i] : null;
    }

    /// <summary>Plays a fault on creates and another on every look at the list.</summary>
    public void OnCreatesAndLists(WireFault? create, WireFault? list) =>
        Server.Fault = request => request.IsCreate ? create : list;

    public Task<AlertResult> SendAsync(string message = "Box this lap") =>
        Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, message), Creates.To);

    public Task<AlertResult> SendCriticalAsync(string message = "RED FLAG") =>
        Alerts.SendCriticalAlertAsync(new CriticalAlert(message), Creates.To);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }
}
