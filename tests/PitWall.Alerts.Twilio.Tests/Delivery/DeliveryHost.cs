using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>The policy of sending without a network: a scripted client, and both clocks in the test's hand.</summary>
internal sealed class DeliveryHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public DeliveryHost(Action<PitWallTwilioOptions>? configure = null, Action<IServiceCollection>? add = null)
    {
        Clock = new ShiftedClock(Time);
        var services = new ServiceCollection();
        services.AddPitWallTwilio(options =>
        {
            options.AccountSid = "AC" + new string('0', 32);
            options.AuthToken = new string('0', 32);
            options.PhoneNumber = "+15125550100";
            options.Delivery.Queue.SmsSegmentsPerSecond = 1;
            options.Delivery.Limits.Recipient.PerMinute = 0;
            options.Delivery.Limits.CriticalRecipient.PerMinute = 0;
            configure?.Invoke(options);
        });
        services.Replace(ServiceDescriptor.Singleton<ITwilioAlertClient>(Client));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.AddKeyedSingleton<TimeProvider>(PitWallTwilioServiceKeys.TransportClock, Transport);
        add?.Invoke(services);
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public ManualTimeProvider Time { get; } = new();

    public ShiftedClock Clock { get; }

    public ManualTimeProvider Transport { get; } = new();

    public ScriptedClient Client { get; } = new();

    public IPitWallAlerts Alerts => Get<IPitWallAlerts>();

    public IAlertQueue Queue => Get<IAlertQueue>();

    public IAlertLedger Ledger => Get<IAlertLedger>();

    public AlertDispatcher Dispatcher => Get<AlertDispatcher>();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Takes the sender for a while, so that what comes after waits.</summary>
    public void Occupy() => Queue.Enqueue(new StrategyAlert(StrategyAlertType.Fuel, "Target 2.9"), AlertHost.Phone);

    public AlertHandle Enqueue(
        string message = "Box this lap", AlertSeverity severity = AlertSeverity.Medium, string? topic = null, TimeSpan? validFor = null) =>
        Queue.Enqueue(
            new StrategyAlert(StrategyAlertType.PitStop, message, severity) { Topic = topic, ValidFor = validFor }, AlertHost.Phone);

    public static async Task<AlertResult> EndAsync(AlertHandle handle) => await handle.Completion.WaitAsync(TimeSpan.FromMinutes(2));

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
