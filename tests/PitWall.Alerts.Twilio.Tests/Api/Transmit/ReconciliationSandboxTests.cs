using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class ReconciliationSandboxTests
{
    private static readonly SandboxFault LostButSent = SandboxFault.Reset(takesEffect: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lost_MessagingServiceOrNumber_IsFound(bool withService)
    {
        await using var host = await AlertHost.StartAsync(
            o => o.MessagingServiceSid = withService ? TwilioSandbox.DefaultMessagingServiceSid : null);
        host.Sandbox.Faults.Next(LostButSent);

        await AssertFoundAsync(host, new AlertRecipient(AlertHost.Phone));
    }

    [Fact]
    public async Task Lost_TrialAccountWithItsPrefix_IsFound()
    {
        var options = new TwilioSandboxOptions { AccountType = SandboxAccountType.Trial };
        options.VerifiedNumbers.Add(AlertHost.Phone);
        await using var host = await AlertHost.StartAsync(sandboxOptions: options);
        host.Sandbox.Faults.Next(LostButSent);

        await AssertFoundAsync(host, new AlertRecipient(AlertHost.Phone));
    }

    [Fact]
    public async Task Lost_WhatsAppTemplate_IsFound()
    {
        const string template = "HX00000000000000000000000000000001";
        var options = new TwilioSandboxOptions { Templates = { new SandboxTemplate(template, "{{1}}: {{2}} ({{3}}, {{4}})") } };
        await using var host = await AlertHost.StartAsync(
            o => o.Text.WhatsAppTemplates.Strategy = new WhatsAppTemplate { ContentSid = template }, sandboxOptions: options);
        host.Sandbox.Faults.Next(LostButSent);

        await AssertFoundAsync(host, new AlertRecipient(AlertHost.Phone, AlertChannel.WhatsApp));
    }

    [Fact]
    public async Task Lost_Call_IsFound()
    {
        await using var host = await AlertHost.StartAsync();
        host.Sandbox.Faults.Next(LostButSent);

        var result = await host.Alerts.SendCriticalAlertAsync(
            new CriticalAlert("Stop the car"), new AlertRecipient(AlertHost.Phone, AlertChannel.Voice));

        result.Call!.IsReconciled.Should().BeTrue();
        host.Sandbox.Calls.Should().ContainSingle().Which.Sid.Should().Be(result.Sid);
    }

    [Theory]
    [MemberData(nameof(UnreadableAnswers))]
    public async Task Created_AnswerUnreadable_IsFoundAndNotSentAgain(string name)
    {
        await using var host = await AlertHost.StartAsync();
        host.Sandbox.Faults.Next(Unreadable[name]);

        await AssertFoundAsync(host, new AlertRecipient(AlertHost.Phone));
    }

    [Fact]
    public async Task Lost_ListRefused_IsUnknown()
    {
        await using var host = await AlertHost.StartAsync();
        host.Sandbox.Faults.Next(LostButSent).When(r => r.Method == "GET", SandboxFault.Refusal(20403, 403));

        var result = await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("RED FLAG"), AlertHost.Phone);

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Creates.Should().ContainSingle();
    }

    public static TheoryData<string> UnreadableAnswers => [.. Unreadable.Keys];

    private static Dictionary<string, SandboxFault> Unreadable { get; } = new()
    {
        ["empty"] = SandboxFault.EmptyBody(),
        ["cut"] = SandboxFault.CutBody(),
        ["HTML"] = SandboxFault.Html(takesEffect: true),
        ["huge"] = SandboxFault.HugeBody(5 * 1024 * 1024),
        ["502 with HTML"] = SandboxFault.Html(502, takesEffect: true),
    };

    private static async Task AssertFoundAsync(AlertHost host, AlertRecipient recipient)
    {
        var result = await host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box ±1 lap – “now”"), recipient);

        result.Outcome.Should().Be(AlertOutcome.Accepted, result.Detail);
        result.Message!.IsReconciled.Should().BeTrue();
        host.Creates.Should().ContainSingle();
        host.Sandbox.Phone(AlertHost.Phone).Messages.Should().ContainSingle().Which.Sid.Should().Be(result.Sid);
    }
}
