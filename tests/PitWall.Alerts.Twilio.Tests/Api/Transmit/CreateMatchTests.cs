using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class CreateMatchTests
{
    private const string Service = "MG00000000000000000000000000000001";

    [Fact]
    public void CouldBe_SameFields_IsTrue() => CouldBe(Creates.Sms(), Creates.Listed()).Should().BeTrue();

    [Theory]
    [InlineData("Sent from your Twilio trial account - Box this lap", "Box this lap")]
    [InlineData("Box \"now\" - 1.5 s", "Box “now” – 1.5 s")]
    [InlineData("Box   this lap", "Box this lap")]
    [InlineData("", "Box this lap")]
    [InlineData(null, "Box this lap")]
    public void CouldBe_BodyThatTwilioChangedOrHid_IsTrue(string? listed, string sent) =>
        CouldBe(Creates.Sms(sent), Creates.Listed(listed)).Should().BeTrue();

    [Fact]
    public void CouldBe_OtherBody_IsFalse() => CouldBe(Creates.Sms("Stay out"), Creates.Listed()).Should().BeFalse();

    [Fact]
    public void CouldBe_TemplateWhoseTextIsNotOurs_IsTrue() =>
        CouldBe(Creates.Sms(body: null), Creates.Listed("Lap 23: box")).Should().BeTrue();

    [Fact]
    public void CouldBe_SenderNotChosenYet_IsTrue() =>
        CouldBe(Creates.Sms(from: null, service: Service), Creates.Listed(from: null, service: Service)).Should().BeTrue();

    [Theory]
    [InlineData("+15125550199", null, false)]
    [InlineData(null, null, true)]
    public void CouldBe_Sender_IsComparedWherePresent(string? listedFrom, string? listedService, bool expected) =>
        CouldBe(Creates.Sms(), Creates.Listed(from: listedFrom, service: listedService)).Should().Be(expected);

    [Fact]
    public void CouldBe_OtherMessagingService_IsFalse() =>
        CouldBe(Creates.Sms(from: null, service: Service), Creates.Listed(from: null, service: "MG00000000000000000000000000000002")).Should().BeFalse();

    [Theory]
    [InlineData("inbound")]
    [InlineData("outbound-reply")]
    [InlineData("outbound-call")]
    public void CouldBe_NotCreatedOverTheApi_IsFalse(string direction) =>
        CouldBe(Creates.Sms(), Creates.Listed(direction: direction)).Should().BeFalse();

    [Theory]
    [InlineData("+34600111223", false)]
    [InlineData("+3460011XXXX", true)]
    [InlineData(null, true)]
    public void CouldBe_Recipient_IsComparedUnlessHidden(string? to, bool expected) =>
        CouldBe(Creates.Sms(), Creates.Listed(to: to)).Should().Be(expected);

    [Fact]
    public void CouldBe_AlphanumericSenderInOtherCase_IsTrue() =>
        CouldBe(Creates.Sms(from: "PitWall"), Creates.Listed(from: "PITWALL")).Should().BeTrue();

    [Theory]
    [InlineData(Service, null, Creates.From, true)]
    [InlineData(null, Service, Creates.From, true)]
    [InlineData(null, Service, "+15125550199", false)]
    [InlineData(Service, Service, "+15125550199", true)]
    public void CouldBe_ServiceOfOneSideOnly_GoesByTheSender(string? service, string? listedService, string listedFrom, bool expected) =>
        CouldBe(Creates.Sms(service: service), Creates.Listed(from: listedFrom, service: listedService)).Should().Be(expected);

    [Fact]
    public void CouldBe_DirectionNotListed_IsTrue() => CouldBe(Creates.Sms(), Creates.Listed(direction: null)).Should().BeTrue();

    [Theory]
    [InlineData("sent from your twilio trial account - Box")]
    [InlineData("Box Sent from your Twilio trial account - ")]
    public void CouldBe_TrialPrefixWrittenOtherwiseOrElsewhere_IsAnotherText(string listed) =>
        CouldBe(Creates.Sms("Box"), Creates.Listed(listed)).Should().BeFalse();

    private static bool CouldBe(CreateRequest request, ListedCreate listed) => CreateMatch.CouldBe(request, listed);
}
