using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Pacing;

public class SenderRatesTests
{
    private const string MessagingService = "MG00000000000000000000000000000000";

    [Theory]
    [InlineData("+15125550100", "+15125550123", 1, 1000)] // long code within North America
    [InlineData("+15125550100", "+14165550123", 2, 2000)] // to Canada, two segments
    [InlineData("+18005550100", "+15125550123", 3, 1000)] // toll-free: 3 a second
    [InlineData("+15125550100", "+34600111222", 1, 100)] // anywhere else: 10 a second
    [InlineData("+34600111222", "+15125550123", 1, 100)]
    [InlineData("72345", "+15125550123", 1, 10)] // short code: 100 a second
    [InlineData("PITWALL", "+447911123456", 1, 100)] // alphanumeric
    [InlineData("+15125550100", "+34600111222", 0, 100)] // never nothing
    public void Cost_Sms_FollowsSenderClassDestinationAndSegments(string sender, string recipient, int segments, int milliseconds)
    {
        var options = new PitWallTwilioOptions { PhoneNumber = sender };

        SenderRates.Cost(AlertChannel.Sms, segments, E164PhoneNumber.Parse(recipient), options)
            .Should().BeCloseTo(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromTicks(1));
    }

    [Fact]
    public void Cost_MessagingService_IsNotPacedUnlessSet()
    {
        var options = new PitWallTwilioOptions { PhoneNumber = "+15125550100", MessagingServiceSid = MessagingService };

        SenderRates.Cost(AlertChannel.Sms, 5, Jobs.Phone, options).Should().Be(TimeSpan.Zero);
        options.Delivery.Queue.SmsSegmentsPerSecond = 2;
        SenderRates.Cost(AlertChannel.Sms, 5, Jobs.Phone, options).Should().Be(TimeSpan.FromSeconds(2.5));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Cost_NoSender_IsTheRateOfAnywhere(string? sender)
    {
        var options = new PitWallTwilioOptions { PhoneNumber = sender };

        SenderRates.Cost(AlertChannel.Sms, 1, Jobs.Phone, options).Should().Be(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Cost_OtherChannels_CountMessagesAndCalls()
    {
        var options = new PitWallTwilioOptions();

        SenderRates.Cost(AlertChannel.Voice, 0, Jobs.Phone, options).Should().Be(TimeSpan.FromSeconds(1));
        SenderRates.Cost(AlertChannel.WhatsApp, 9, Jobs.Phone, options).Should().Be(TimeSpan.FromSeconds(1.0 / 80));
        options.Delivery.Queue.CallsPerSecond = 0;
        SenderRates.Cost(AlertChannel.Voice, 0, Jobs.Phone, options).Should().Be(TimeSpan.Zero);
    }
}
