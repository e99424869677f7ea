namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

public class TwilioTransportTests
{
    private static readonly SmsMessage Message = new() { To = RawHost.Phone, Body = "Box this lap" };

    [Fact]
    public async Task Send_KeptConnectionClosedUnderAPost_MakesOneRequestAndNoMore()
    {
        await using var host = RawHost.Start(RawTwilio.Start(RawAnswer.Json(RawHost.Created, 201), RawAnswer.Close));
        await host.Client.SendSmsAsync(Message);

        var act = () => host.Client.SendSmsAsync(Message);

        (await act.Should().ThrowAsync<TwilioTransportException>()).Which.Acceptance.Should().Be(TwilioAcceptance.Unknown);
        host.Server.Requests.Should().HaveCount(2, "a second POST of the same message could send it twice");
    }
}
