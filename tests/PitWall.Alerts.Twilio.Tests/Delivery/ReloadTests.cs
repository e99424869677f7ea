using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Tests.Diagnostics;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public sealed class ReloadTests : IAsyncLifetime
{
    private readonly RecordingLogs _logs = new();
    private readonly ManualTimeProvider _transport = new();
    private IConfigurationRoot _configuration = null!;
    private TwilioSandbox _sandbox = null!;
    private ServiceProvider _provider = null!;
    private int _last;

    public async Task InitializeAsync()
    {
        _sandbox = await TwilioSandbox.StartAsync();
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PitWall:Twilio:AccountSid"] = _sandbox.AccountSid,
            ["PitWall:Twilio:AuthToken"] = _sandbox.AuthToken,
            ["PitWall:Twilio:PhoneNumber"] = _sandbox.PhoneNumber,
            ["PitWall:Twilio:BaseAddress"] = _sandbox.BaseAddress.ToString(),
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddProvider(_logs));
        services.AddKeyedSingleton<TimeProvider>(PitWallTwilioServiceKeys.TransportClock, _transport);
        services.AddPitWallTwilio(_configuration);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Token_Rotated_WorksWithoutARestartAndClosesTheCircuit()
    {
        (await SendAsync()).IsAccepted.Should().BeTrue();
        Set("AuthToken", "the wrong one");
        (await SendAsync()).Outcome.Should().Be(AlertOutcome.Failed);
        var held = await SendAsync();
        held.Attempts.Should().Be(0, "the circuit is open");
        held.Detail.Should().Contain("held back");

        Set("AuthToken", _sandbox.AuthToken);

        (await SendAsync()).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Circuit_Open_LetsCriticalOnesProbeAndClosesWithTheFirstThatIsTaken()
    {
        _sandbox.Faults.Next(SandboxFault.Refusal(20003, 401));
        await SendAsync();
        (await SendAsync()).Attempts.Should().Be(0);

        (await SendCriticalAsync()).IsAccepted.Should().BeTrue();

        (await SendAsync()).IsAccepted.Should().BeTrue();
        _logs.Entries.Where(e => e.Id.Id == AlertEventIds.CircuitOpened).Should().ContainSingle();
    }

    [Fact]
    public async Task Circuit_AfterItsBreak_LetsOneTry()
    {
        _sandbox.Faults.Next(SandboxFault.Refusal(20003, 401));
        await SendAsync();
        _transport.Advance(TimeSpan.FromMinutes(1));

        (await SendAsync()).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Reload_Invalid_KeepsTheLastValidOptionsAndSaysSoOnce()
    {
        (await SendAsync()).IsAccepted.Should().BeTrue();

        Set("AccountSid", "nonsense");

        (await SendAsync()).IsAccepted.Should().BeTrue();
        (await SendAsync()).IsAccepted.Should().BeTrue();
        _logs.Entries.Where(e => e.Id.Id == AlertEventIds.InvalidReload).Should().ContainSingle().Which.Text.Should().NotContain("nonsense");
        Set("AccountSid", _sandbox.AccountSid);
        (await SendAsync()).IsAccepted.Should().BeTrue();
    }

    [Theory]
    [InlineData(SuppressionReason.Rehearsal)]
    [InlineData(SuppressionReason.NotAllowed)]
    [InlineData(SuppressionReason.OptedOut)]
    public async Task Gate_ClosesBetweenTwoAttempts_HoldsTheNextOneBack(SuppressionReason reason)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var changes = _provider.GetRequiredService<IAlertLedger>().WatchAsync(deadline.Token).GetAsyncEnumerator(deadline.Token);
        var change = changes.MoveNextAsync();
        _sandbox.Faults.Next(SandboxFault.TooManyRequests(TimeSpan.FromSeconds(5)));
        var handle = _provider.GetRequiredService<IAlertQueue>().Enqueue(new CriticalAlert("RED FLAG"), AlertHost.Phone);
        while (await change && changes.Current.Detail?.Contains("tried again", StringComparison.Ordinal) != true)
            change = changes.MoveNextAsync();

        if (reason == SuppressionReason.Rehearsal)
            Set("Gate:Rehearsal", "true");
        else if (reason == SuppressionReason.NotAllowed)
            Set("Gate:AllowedRecipients:0", "+34600999888");
        else
            _provider.GetRequiredService<IOptOutList>().Add(E164PhoneNumber.Parse(AlertHost.Phone), AlertChannel.Sms);

        await _transport.WaitForTimersAsync(cancellationToken: deadline.Token);
        _transport.Advance(TimeSpan.FromSeconds(10));

        var result = await handle.Completion.WaitAsync(deadline.Token);
        result.Reason.Should().Be(reason);
        result.Attempts.Should().Be(1);
        _sandbox.Requests.Count(r => r.IsCreate).Should().Be(1);
    }

    private void Set(string key, string value)
    {
        _configuration[$"PitWall:Twilio:{key}"] = value;
        try
        {
            _configuration.Reload();
        }
        catch (AggregateException e) when (e.InnerException is OptionsValidationException)
        {
            // So the options framework tells whoever reloads by hand; a watched file tells nobody.
        }
    }

    private Task<AlertResult> SendAsync() => _provider.GetRequiredService<IPitWallAlerts>().SendStrategyAlertAsync(
        new StrategyAlert(StrategyAlertType.PitStop, FormattableString.Invariant($"Lap {++_last}"), AlertSeverity.High), FormattableString.Invariant($"+34600111{_last:000}"));

    private Task<AlertResult> SendCriticalAsync() =>
        _provider.GetRequiredService<IPitWallAlerts>().SendCriticalAlertAsync(new CriticalAlert("RED FLAG"), AlertHost.Phone);
}
