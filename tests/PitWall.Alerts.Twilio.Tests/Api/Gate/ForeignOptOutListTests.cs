using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Tests.Api.Transmit;
using PitWall.Alerts.Twilio.Tests.Diagnostics;

namespace PitWall.Alerts.Twilio.Tests.Api.Gate;

/// <summary>A host's list of opt-outs may fail: that is never read as anything that Twilio did.</summary>
public class ForeignOptOutListTests
{
    private readonly BrokenOptOutList _list = new();
    private readonly RecordingLogs _logs = new();

    [Fact]
    public async Task Contains_Throws_FailsTheAlertAndFreesItsKey()
    {
        await using var host = Host();
        _list.ContainsThrows = true;

        var failed = await host.SendAsync();
        _list.ContainsThrows = false;
        var again = await host.SendAsync();

        failed.Outcome.Should().Be(AlertOutcome.Failed);
        failed.Attempts.Should().Be(0);
        failed.Detail.Should().Contain(nameof(TimeoutException)).And.Contain("nothing was sent").And.NotContain("600111222");
        again.Outcome.Should().Be(AlertOutcome.Accepted, "an alert that was not sent has no duplicate");
        host.OnThePhone.Should().ContainSingle();
    }

    [Fact]
    public async Task Contains_Throws_IsToldByTheThinClientAsNotSent()
    {
        await using var host = Host();
        _list.ContainsThrows = true;

        var sending = () => host.Client.SendSmsAsync(new SmsMessage { To = Creates.To, Body = "Box this lap" });

        var thrown = (await sending.Should().ThrowAsync<TwilioTransportException>()).Which;
        thrown.Acceptance.Should().Be(TwilioAcceptance.NotAccepted);
        thrown.Attempts.Should().Be(0);
        thrown.ToString().Should().NotContain("600111222");
        host.Server.Creates.Should().BeEmpty();
    }

    [Fact]
    public async Task Contains_ThrowsBeforeSendingAgain_LeavesTheAlertUnknown()
    {
        await using var host = Host();
        host.Server.Fault = request =>
        {
            if (!request.IsCreate)
                return null;

            _list.ContainsThrows = true;
            return new WireFault { Resets = true };
        };

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown, "the first request may have been taken");
        result.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task Add_ThrowsAtTwiliosRefusal_LeavesTheRefusalTheEnd()
    {
        await using var host = Host();
        _list.AddThrows = true;
        host.OnCreates(WireFault.Error(400, 21610));

        var result = await host.SendAsync();

        result.Outcome.Should().Be(AlertOutcome.Failed);
        result.Error.Should().BeOfType<TwilioApiException>().Which.ErrorCode.Should().Be(TwilioErrorCode.OptedOut);
        _logs.Entries.Should().ContainSingle(e => e.Id.Id == AlertEventIds.OptOutNotNoted).Which.Text.Should().NotContain("600111222");
    }

    private WireHost Host() => new(build: b => b.Services
        .AddSingleton<IOptOutList>(_list)
        .AddLogging(l => l.AddProvider(_logs)));
}
