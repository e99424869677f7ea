using Microsoft.Extensions.Logging.Abstractions;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Tests.Api.Transmit;
using PitWall.Alerts.Twilio.Tests.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Api.Gate;

public class SendGateTests
{
    private readonly InMemoryOptOutList _optOuts = new();
    private readonly SegmentBudget _budget = new();
    private readonly PitWallTwilioOptions _options = new();
    private readonly SendGate _sut;

    public SendGateTests() => _sut = new SendGate(_optOuts, _budget, () => _options, NullLogger.Instance);

    [Fact]
    public void TryEnter_Defaults_LetEverythingThrough() => Enter().Should().Be(SuppressionReason.None);

    [Fact]
    public void TryEnter_Rehearsal_ReachesItsRecipientsOnly()
    {
        _options.Gate.Rehearsal = true;
        _options.Gate.RehearsalRecipients = ["+34600111223"];

        Enter().Should().Be(SuppressionReason.Rehearsal);
        Enter(to: "+34600111223").Should().Be(SuppressionReason.None);
        Enter(channel: AlertChannel.Voice).Should().Be(SuppressionReason.Rehearsal);
    }

    [Fact]
    public void TryEnter_AllowList_HoldsEvenInRehearsal()
    {
        _options.Gate.AllowedRecipients = ["+34600111223"];
        _options.Gate.RehearsalRecipients = [Creates.To];
        _options.Gate.Rehearsal = true;

        Enter().Should().Be(SuppressionReason.NotAllowed);
    }

    [Theory]
    [InlineData("ES", "+34600111222", SuppressionReason.None)]
    [InlineData("es", "+34600111222", SuppressionReason.None)]
    [InlineData("US", "+34600111222", SuppressionReason.NotAllowed)]
    [InlineData("GB", "+447400123456", SuppressionReason.None)]
    public void TryEnter_Regions_GoByTheNumbersRegion(string region, string to, SuppressionReason expected)
    {
        _options.Numbers.AllowedRegions = [region];

        Enter(to: to).Should().Be(expected);
    }

    [Fact]
    public void TryEnter_OptedOutOfTexts_MayStillBeCalledAndWrittenToOnWhatsApp()
    {
        _optOuts.Add(Jobs.Phone, AlertChannel.Sms);

        Enter().Should().Be(SuppressionReason.OptedOut);
        Enter(channel: AlertChannel.Voice).Should().Be(SuppressionReason.None);
        Enter(channel: AlertChannel.WhatsApp).Should().Be(SuppressionReason.None);
        _optOuts.Remove(Jobs.Phone, AlertChannel.Sms);
        Enter().Should().Be(SuppressionReason.None);
    }

    [Fact]
    public void TryEnter_HeldBackForAnotherReason_CostsNothing()
    {
        _options.Gate.Rehearsal = true;

        Enter();

        _budget.Spent.Should().Be(0);
    }

    [Fact]
    public void TryEnter_ReplacedOptions_AreReadAfresh()
    {
        Enter().Should().Be(SuppressionReason.None);
        var rehearsal = new PitWallTwilioOptions { Gate = { Rehearsal = true } };

        using var request = Creates.Sms();

        _sut.TryEnter(rehearsal, request).Should().Be(SuppressionReason.Rehearsal);
    }

    [Theory]
    [InlineData(SuppressionReason.NotAllowed)]
    [InlineData(SuppressionReason.Rehearsal)]
    [InlineData(SuppressionReason.OptedOut)]
    [InlineData(SuppressionReason.Budget)]
    public void Sentence_EveryReasonOfTheGate_SaysWhatToDo(SuppressionReason reason) =>
        new[] { false, true }.Select(isCritical => SendGate.Sentence(reason, isCritical))
            .Should().OnlyContain(sentence => sentence != SendGate.Sentence(SuppressionReason.None, false) && sentence.EndsWith('.'));

    private SuppressionReason Enter(string to = Creates.To, AlertChannel channel = AlertChannel.Sms)
    {
        using var request = Creates.Sms(to: to, channel: channel);
        return _sut.TryEnter(_options, request);
    }
}
