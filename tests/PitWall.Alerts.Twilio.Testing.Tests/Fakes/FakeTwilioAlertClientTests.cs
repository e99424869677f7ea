using System.Net;

namespace PitWall.Alerts.Twilio.Testing.Tests.Fakes;

public class FakeTwilioAlertClientTests
{
    private const string Driver = "+34600111222";

    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTwilioAlertClient _sut;

    public FakeTwilioAlertClientTests() => _sut = new FakeTwilioAlertClient(_clock);

    [Fact]
    public async Task Send_EachChannel_IsKeptAndReceipted()
    {
        var sms = await _sut.SendSmsAsync(new SmsMessage { To = Driver, Body = new string('x', 161) });
        var whatsApp = await _sut.SendWhatsAppAsync(new WhatsAppMessage { To = Driver, Body = "Box" });
        var call = await _sut.PlaceCallAsync(new VoiceCall { To = Driver, Message = "Red flag" });

        sms!.Sid.Should().MatchRegex("^SM[0-9a-f]{32}$");
        sms.Segments.Should().Be(2);
        sms.CreatedAt.Should().Be(_clock.GetUtcNow());
        new[] { sms.Sid, whatsApp!.Sid, call!.Sid }.Should().OnlyHaveUniqueItems();
        _sut.SmsMessages.Should().ContainSingle();
        _sut.WhatsAppMessages.Should().ContainSingle();
        _sut.Calls.Should().ContainSingle();
        (await _sut.GetMessageStatusAsync(sms.Sid))!.Status.Should().Be(MessageStatus.Queued);
        (await _sut.GetCallStatusAsync(call.Sid))!.Status.Should().Be(CallStatus.Queued);
    }

    [Fact]
    public async Task Failures_InOrder_AreUsedUpAndKeepNothing()
    {
        _sut.RefuseNext(TwilioErrorCode.TooManyRequests, HttpStatusCode.TooManyRequests).LoseNext().FailNext(new InvalidOperationException("own"));

        var send = () => _sut.SendSmsAsync(new SmsMessage { To = Driver, Body = "Box" });

        (await send.Should().ThrowAsync<TwilioApiException>()).Which.Should().Match<TwilioApiException>(static e =>
            e.ErrorCode == TwilioErrorCode.TooManyRequests && e.StatusCode == HttpStatusCode.TooManyRequests && e.IsTransient && e.Acceptance == TwilioAcceptance.NotAccepted);
        (await send.Should().ThrowAsync<TwilioTransportException>()).Which.Acceptance.Should().Be(TwilioAcceptance.Unknown);
        await send.Should().ThrowAsync<InvalidOperationException>().WithMessage("own");
        (await send()).Should().NotBeNull();
        _sut.SmsMessages.Should().ContainSingle();
    }

    [Fact]
    public async Task Status_SetByTheTest_IsAnswered()
    {
        var receipt = await _sut.SendSmsAsync(new SmsMessage { To = Driver, Body = "Box" });

        _sut.SetStatus(new MessageStatusReport { Sid = receipt!.Sid, Status = MessageStatus.Failed, ErrorCode = TwilioErrorCode.OptedOut });
        _sut.SetStatus(new CallStatusReport { Sid = "CA1", Status = CallStatus.Busy });

        (await _sut.GetMessageStatusAsync(receipt.Sid))!.ErrorCode.Should().Be(TwilioErrorCode.OptedOut);
        (await _sut.GetCallStatusAsync("CA1"))!.Status.Should().Be(CallStatus.Busy);
    }

    [Fact]
    public async Task Status_UnknownSid_IsRefusedAsByTwilio()
    {
        var ask = () => _sut.GetMessageStatusAsync("SM0");

        (await ask.Should().ThrowAsync<TwilioApiException>()).Which.ErrorCode.Should().Be(TwilioErrorCode.NotFound);
    }

    [Fact]
    public async Task NotConfigured_Always_AnswersNull()
    {
        _sut.IsConfigured = false;

        (await _sut.SendSmsAsync(new SmsMessage { To = Driver, Body = "Box" })).Should().BeNull();
        (await _sut.PlaceCallAsync(new VoiceCall { To = Driver, Message = "x" })).Should().BeNull();
        (await _sut.GetMessageStatusAsync("SM0")).Should().BeNull();
        _sut.SmsMessages.Should().BeEmpty();
    }

    [Fact]
    public async Task Health_Default_IsAvailableUntilChanged()
    {
        (await _sut.CheckHealthAsync()).IsAvailable.Should().BeTrue();

        _sut.Health = new TwilioHealthReport();

        (await _sut.CheckHealthAsync()).IsAvailable.Should().BeFalse();
    }

    [Fact]
    public async Task Canceled_Always_Throws()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await _sut.Awaiting(sut => sut.SendSmsAsync(new SmsMessage { To = Driver }, canceled.Token)).Should().ThrowAsync<OperationCanceledException>();
        await _sut.Awaiting(sut => sut.CheckHealthAsync(canceled.Token)).Should().ThrowAsync<OperationCanceledException>();
        _sut.SmsMessages.Should().BeEmpty();
    }
}
