using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Tests.Diagnostics;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>Several accounts side by side.</summary>
public class AccountsTests
{
    [Fact]
    public async Task Send_ThroughTwoAccountsAndTheDefault_ShareNothing()
    {
        await using var first = await TwilioSandbox.StartAsync();
        await using var second = await TwilioSandbox.StartAsync(new TwilioSandboxOptions { AccountSid = Bound.OtherSid, PhoneNumber = "+15125550150" });
        await using var provider = Bound.Provider(s =>
        {
            s.AddPitWallTwilio(o =>
            {
                first.Configure(o);
                o.Gate.SegmentBudget = 1;
            });
            s.AddPitWallTwilio("sprint", second.Configure);
        });
        var alert = new StrategyAlert(StrategyAlertType.PitStop, "Box this lap");
        var (main, sprint) = (provider.GetRequiredService<IPitWallAlerts>(), provider.GetRequiredKeyedService<IPitWallAlerts>("sprint"));

        var ofMain = await main.SendStrategyAlertAsync(alert, RawHost.Phone);
        var ofSprint = await sprint.SendStrategyAlertAsync(alert, RawHost.Phone);
        var overBudget = await main.SendStrategyAlertAsync(alert with { Message = "Stay out" }, RawHost.Phone);

        (ofMain.Outcome, ofSprint.Outcome, overBudget.Reason).Should().Be((AlertOutcome.Accepted, AlertOutcome.Accepted, SuppressionReason.Budget));
        first.Messages.Should().ContainSingle().Which.From.Should().Be(first.PhoneNumber);
        second.Messages.Should().ContainSingle().Which.From.Should().Be("+15125550150");
        provider.GetRequiredService<IAlertLedger>().Find(ofSprint.AlertId!).Should().BeNull();
        provider.GetRequiredKeyedService<IAlertLedger>("sprint").Find(ofSprint.AlertId!).Should().NotBeNull();
    }

    [Fact]
    public async Task Send_NamedAccountAlone_LeavesTheUnkeyedServicesAlone()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var provider = Bound.Provider(s => s.AddPitWallTwilio("sprint", sandbox.Configure));

        provider.GetService<IPitWallAlerts>().Should().BeNull();
        var result = await provider.GetRequiredKeyedService<IPitWallAlerts>("sprint").SendCriticalAlertAsync(new CriticalAlert("Box"), RawHost.Phone);

        result.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task Log_OfANamedAccount_SaysWhose()
    {
        var logs = new RecordingLogs();
        await using var provider = Bound.Provider(s =>
        {
            s.AddLogging(l => l.AddProvider(logs));
            s.AddPitWallTwilio(Configure);
            s.AddPitWallTwilio("sprint", Configure);
        });
        var forged = new TwilioWebhookRequest { Url = "https://pit.example/twilio/status" };

        await provider.GetRequiredService<ITwilioWebhooks>().ReceiveStatusAsync(forged);
        await provider.GetRequiredKeyedService<ITwilioWebhooks>("sprint").ReceiveStatusAsync(forged);

        logs.Entries.Where(e => e.Id.Id == AlertEventIds.WebhookRefused).Select(e => e.Category)
            .Should().Equal("PitWall.Alerts.Twilio", "PitWall.Alerts.Twilio.sprint");

        static void Configure(PitWallTwilioOptions options) =>
            (options.AccountSid, options.AuthToken, options.PhoneNumber) = (RawHost.AccountSid, RawHost.AuthToken, RawHost.Sender);
    }
}
