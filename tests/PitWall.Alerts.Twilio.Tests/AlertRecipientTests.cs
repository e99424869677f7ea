using PitWall.Alerts.Twilio.Tests.Delivery;

namespace PitWall.Alerts.Twilio.Tests;

public class AlertRecipientTests
{
    [Fact]
    public void Constructor_WhatsAppNumberToBeCalled_IsRefused()
    {
        var act = () => new AlertRecipient("whatsapp:+34600111222", AlertChannel.Voice);

        act.Should().Throw<ArgumentException>().WithParameterName("channel").Which.Message.Should().NotContain("600111222");
    }

    [Fact]
    public void Constructor_NumberThatWasReadAlready_IsItsText()
    {
        AlertRecipient sut = E164PhoneNumber.Parse(AlertHost.Phone);

        sut.Should().Be(new AlertRecipient(AlertHost.Phone));
        new AlertRecipient(E164PhoneNumber.Parse(AlertHost.Phone), AlertChannel.Voice).Channel.Should().Be(AlertChannel.Voice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Send_ToNothing_IsAnInvalidNumberAndNoException(string nobody)
    {
        await using var host = new DeliveryHost();

        var result = await host.Alerts.SendAsync(new CriticalAlert("Red flag"), nobody);

        (result.Outcome, result.Reason).Should().Be((AlertOutcome.Suppressed, SuppressionReason.InvalidNumber));
        result.Detail.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task SendAsync_AnyKind_IsSentAsWhatItIs()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0);
        Alert[] alerts = [new StrategyAlert(StrategyAlertType.Fuel, "x"), new CoachingAlert(CoachingAlertType.Cornering, "x"), new CriticalAlert("x")];

        foreach (var alert in alerts)
            await host.Alerts.SendAsync(alert, AlertHost.Phone);

        host.Ledger.Recent(3).Select(static e => e.Kind).Should().Equal(AlertKind.Critical, AlertKind.Coaching, AlertKind.Strategy);
    }
}
