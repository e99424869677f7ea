using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>What a host says and does when it starts.</summary>
public class StartupTests
{
    [Fact]
    public async Task Start_NothingConfigured_WarnsOnceAndAnswersNotConfigured()
    {
        using var logs = new LogCollector();
        using var host = Host([], logs);

        await host.StartAsync();
        var alerts = host.Services.GetRequiredService<IPitWallAlerts>();
        AlertResult[] results =
        [
            await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "x"), RawHost.Phone),
            await alerts.SendCoachingAlertAsync(new CoachingAlert(CoachingAlertType.Cornering, "x"), RawHost.Phone),
            await alerts.SendCriticalAlertAsync(new CriticalAlert("x"), new AlertRecipient(RawHost.Phone, AlertChannel.Voice)),
            await alerts.SendBatchAsync(new AlertBatch(new CriticalAlert("x")), new AlertRecipient(RawHost.Phone, AlertChannel.WhatsApp)),
        ];
        var thin = await host.Services.GetRequiredService<ITwilioAlertClient>().SendSmsAsync(new SmsMessage { To = RawHost.Phone, Body = "x" });
        await host.StopAsync();

        results.Should().OnlyContain(r => r.Outcome == AlertOutcome.NotConfigured && r.Detail!.Contains("Twilio_SID"));
        thin.Should().BeNull();
        var warning = logs.Ours.Where(l => l.Level >= LogLevel.Warning).Should().ContainSingle().Subject;
        warning.EventId.Should().Be(AlertEventIds.NotConfigured);
        warning.Text.Should().Contain("Twilio_SID, Twilio_Secret, Twilio_Phone_Number");
    }

    [Fact]
    public async Task Start_HalfConfigured_FailsAndNamesTheKeysAndNoSecret()
    {
        using var logs = new LogCollector();
        using var host = Host([new("Twilio_Secret", "t0p-s3cret")], logs);

        var act = () => host.StartAsync();

        (await act.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("Twilio_SID").And.Contain("Twilio_Phone_Number");
        logs.Lines.Should().NotContain(l => l.Text.Contains("t0p-s3cret") || (l.Exception != null && l.Exception.ToString().Contains("t0p-s3cret")));
    }

    [Theory]
    [InlineData(typeof(IPitWallAlerts))]
    [InlineData(typeof(IAlertQueue))]
    public async Task Resolve_HalfConfiguredWithAClientOfTheHosts_FailsThereAndNotAtTheFirstAlert(Type service)
    {
        await using var provider = Bound.Provider(s =>
        {
            s.AddSingleton<ITwilioAlertClient>(new FakeTwilioAlertClient());
            s.AddPitWallTwilio(Bound.Configuration([new("Twilio_Secret", "t0p-s3cret")]));
        });

        provider.Invoking(p => p.GetRequiredService(service)).Should().Throw<OptionsValidationException>();
    }

    [Fact]
    public async Task Dispose_WithoutAStop_IsNoCrashOfThePoller()
    {
        using var logs = new LogCollector();
        var host = Host(Bound.Whole(), logs);
        await host.StartAsync();
        var polling = host.Services.GetRequiredService<StatusPoller>().Polling;

        host.Dispose();

        await polling.WaitAsync(TimeSpan.FromSeconds(30));
        logs.Lines.Should().NotContain(static l => l.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Start_SeveralAccounts_EachWarnsForItself()
    {
        using var logs = new LogCollector();
        using var host = Host([], logs, s => s.AddPitWallTwilio("sprint"));

        await host.StartAsync();
        await host.StopAsync();

        logs.Ours.Where(l => l.EventId == AlertEventIds.NotConfigured).Select(l => l.Text).Should().HaveCount(2)
            .And.ContainSingle(t => t.Contains("PitWall:Twilio:Accounts:sprint:AccountSid") && !t.Contains("Twilio_SID"));
    }

    [Fact]
    public async Task Start_ApiKeyWithoutToken_WarnsThatWebhooksAreRefused()
    {
        using var logs = new LogCollector();
        using var host = Host(
            [
                new("Twilio_SID", RawHost.AccountSid), new("Twilio_Phone_Number", RawHost.Sender),
                new("PitWall:Twilio:ApiKeySid", "SK0123456789abcdef0123456789abcdef"), new("PitWall:Twilio:ApiKeySecret", "s3cret"),
            ],
            logs);

        await host.StartAsync();
        await host.StopAsync();

        logs.Ours.Where(l => l.Level >= LogLevel.Warning).Should().ContainSingle().Which.EventId.Should().Be(AlertEventIds.NoTokenForWebhooks);
    }

    [Fact]
    public async Task Start_ClientOfTheHost_NeedsNoKeysOfOurs()
    {
        using var logs = new LogCollector();
        using var host = Host([], logs, s => s.AddSingleton<ITwilioAlertClient>(new FakeTwilioAlertClient()));

        await host.StartAsync();
        var result = await host.Services.GetRequiredService<IPitWallAlerts>().SendCriticalAlertAsync(new CriticalAlert("x"), RawHost.Phone);
        await host.StopAsync();

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        logs.Ours.Should().NotContain(l => l.Level >= LogLevel.Warning);
    }

    private static IHost Host(IEnumerable<KeyValuePair<string, string?>> keys, LogCollector logs, Action<IServiceCollection>? services = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(keys);
        logs.AddTo(builder.Services);
        builder.Services.AddPitWallTwilio();
        services?.Invoke(builder.Services);
        return builder.Build();
    }
}
