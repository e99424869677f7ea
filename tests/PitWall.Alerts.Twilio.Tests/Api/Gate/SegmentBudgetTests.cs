using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Gate;

public class SegmentBudgetTests
{
    private readonly SegmentBudget _sut = new();
    private readonly GateOptions _options = new() { SegmentBudget = 10, CriticalReserve = 4 };

    [Fact]
    public void TryTake_Reserve_IsForCriticalOnesOnly()
    {
        _sut.TryTake(6, isCritical: false, _options).Should().BeTrue();
        _sut.TryTake(1, isCritical: false, _options).Should().BeFalse();

        _sut.TryTake(4, isCritical: true, _options).Should().BeTrue();
        _sut.TryTake(1, isCritical: true, _options).Should().BeFalse();
        _sut.Spent.Should().Be(10);
    }

    [Fact]
    public async Task Send_WhatsAppAndVoice_CountAsOneEach()
    {
        await using var host = await AlertHost.StartAsync(o => o.Gate.SegmentBudget = 2);
        await host.Client.SendWhatsAppAsync(new WhatsAppMessage { To = AlertHost.Phone, Body = new string('x', 400) });
        await host.Client.PlaceCallAsync(new VoiceCall { To = AlertHost.Phone, Message = "Box" });

        var send = () => host.Client.SendWhatsAppAsync(new WhatsAppMessage { To = AlertHost.Phone, Body = "Box" });

        (await send.Should().ThrowAsync<AlertSuppressedException>()).Which.Reason.Should().Be(SuppressionReason.Budget);
        host.Get<SegmentBudget>().Spent.Should().Be(2);
    }

    [Fact]
    public async Task Send_ThinClientOnATrialAccount_PaysForItsPrefixToo()
    {
        var trial = new TwilioSandboxOptions { AccountType = SandboxAccountType.Trial };
        trial.VerifiedNumbers.Add(AlertHost.Phone);
        await using var host = await AlertHost.StartAsync(sandboxOptions: trial);
        await host.Client.CheckHealthAsync();

        await host.Client.SendSmsAsync(new SmsMessage { To = AlertHost.Phone, Body = new string('x', 150) });

        host.Sandbox.Messages.Should().ContainSingle().Which.SegmentCount.Should().Be(2);
        host.Get<SegmentBudget>().Spent.Should().Be(2);
    }

    [Fact]
    public void TryTake_MoreThanIsLeft_TakesNothing()
    {
        _sut.TryTake(7, isCritical: false, _options).Should().BeFalse();

        _sut.Spent.Should().Be(0);
        _sut.TryTake(6, isCritical: false, _options).Should().BeTrue();
    }

    [Fact]
    public void Return_WhatWasNotSent_CanBeSpentAgain()
    {
        _sut.TryTake(6, isCritical: false, _options);

        _sut.Return(2);

        _sut.TryTake(2, isCritical: false, _options).Should().BeTrue();
    }

    [Fact]
    public void TryTake_NoBudget_CountsAllTheSameForABudgetSetLater()
    {
        _sut.TryTake(100, isCritical: false, new GateOptions()).Should().BeTrue();

        _sut.TryTake(1, isCritical: true, _options).Should().BeFalse();
    }

    [Fact]
    public void TryTake_FromManyThreads_NeverExceedsTheBudget()
    {
        var options = new GateOptions { SegmentBudget = 1_000 };
        var taken = 0;

        Parallel.For(0, 10_000, _ =>
        {
            if (_sut.TryTake(1, isCritical: false, options))
                Interlocked.Increment(ref taken);
        });

        taken.Should().Be(1_000);
    }
}
