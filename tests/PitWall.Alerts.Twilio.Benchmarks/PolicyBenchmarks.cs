using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Benchmarks;

/// <summary>What the policy costs where nothing leaves, and telemetry where nobody listens.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks : IDisposable
{
    private readonly ServiceProvider _provider;
    private readonly IPitWallAlerts _alerts;
    private readonly AlertTelemetry _telemetry = new(string.Empty, meters: null);
    private readonly AlertRecord _record = new("0123456789abcdef", AlertKind.Strategy, "tire_wear", AlertSeverity.High, AlertChannel.Sms, topic: null, beganAt: 0)
    {
        RaisedAt = DateTimeOffset.UnixEpoch,
    };
    private readonly AlertResult _accepted = new() { Outcome = AlertOutcome.Accepted, Segments = 1, Attempts = 1 };
    private readonly StrategyAlert _belowFloor = new(StrategyAlertType.Fuel, "Fuel for 12 laps", AlertSeverity.Low);
    private readonly StrategyAlert _overLimit = new(StrategyAlertType.TireWear, "Critical tire wear: 15% remaining", AlertSeverity.High);
    private readonly AlertRecipient _recipient = "+34600111222";

    public PolicyBenchmarks()
    {
        var services = new ServiceCollection();
        services.AddPitWallTwilio(options =>
        {
            options.AccountSid = "AC00000000000000000000000000000000";
            options.AuthToken = "00000000000000000000000000000000";
            options.PhoneNumber = "+15125550100";
            options.Gate.Rehearsal = true;
            options.Delivery.LowestSeverity = AlertSeverity.Medium;
        });
        _provider = services.BuildServiceProvider();
        _alerts = _provider.GetRequiredService<IPitWallAlerts>();
    }

    [Benchmark(Description = "An alert below the severity floor: entered, held back, recorded")]
    public Task<AlertResult> BelowFloor() => _alerts.SendStrategyAlertAsync(_belowFloor, _recipient);

    [Benchmark(Description = "An alert in rehearsal: admitted, written, stopped at the gate")]
    public Task<AlertResult> Rehearsed() => _alerts.SendStrategyAlertAsync(_overLimit, _recipient);

    [Benchmark(Description = "Telemetry of a send that nobody listens to")]
    public void DisabledTelemetry()
    {
        var activity = AlertTelemetry.Start(_record);
        AlertTelemetry.Stop(activity, _accepted);
        _telemetry.Ended(_record, _accepted, DateTimeOffset.UnixEpoch);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _telemetry.Dispose();
        _provider.Dispose();
        GC.SuppressFinalize(this);
    }
}
