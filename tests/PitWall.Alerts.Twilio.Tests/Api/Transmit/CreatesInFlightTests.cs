using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class CreatesInFlightTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly CreatesInFlight _sut;

    public CreatesInFlightTests() => _sut = new CreatesInFlight(_clock);

    [Fact]
    public void IsOnlyOne_Alone_IsTrue() => _sut.IsOnlyOne(Enter(), Creates.Listed()).Should().BeTrue();

    [Fact]
    public void IsOnlyOne_AnEqualTextUnderWay_IsFalseUntilThatEnds()
    {
        var (mine, other) = (Enter(), Enter());

        _sut.IsOnlyOne(mine, Creates.Listed()).Should().BeFalse();
        _sut.Leave(other, mayHaveTakenEffect: false);

        _sut.IsOnlyOne(mine, Creates.Listed()).Should().BeTrue();
    }

    [Theory]
    [InlineData("Box this  lap")]
    [InlineData("Box this lap ")]
    public void IsOnlyOne_ATextThatTheListCannotTellFromMine_IsFalse(string body)
    {
        var mine = Enter();
        Enter(Creates.Sms(body));

        _sut.IsOnlyOne(mine, Creates.Listed()).Should().BeFalse();
    }

    [Fact]
    public void IsOnlyOne_OtherTextRecipientOrChannel_IsTrue()
    {
        var mine = Enter();
        Enter(Creates.Sms("Stay out"));
        Enter(Creates.Sms(to: "+34600111223"));
        Enter(Creates.Sms(channel: AlertChannel.WhatsApp));
        Enter(Creates.Sms(body: null, channel: AlertChannel.Voice));

        _sut.IsOnlyOne(mine, Creates.Listed()).Should().BeTrue();
    }

    [Fact]
    public void IsOnlyOne_OtherTextButTheListedBodyIsHidden_IsFalse()
    {
        var mine = Enter();
        Enter(Creates.Sms("Stay out"));

        _sut.IsOnlyOne(mine, Creates.Listed(body: "")).Should().BeFalse();
    }

    [Fact]
    public void IsOnlyOne_ATemplateUnderWayToTheRecipient_IsFalse()
    {
        var mine = Enter();
        Enter(Creates.Sms(body: null));

        _sut.IsOnlyOne(mine, Creates.Listed()).Should().BeFalse();
    }

    [Fact]
    public void IsOnlyOne_AnEqualOneOfUnknownEnd_IsFalseForAMinute()
    {
        var lost = Enter();
        _sut.Leave(lost, mayHaveTakenEffect: true);
        var mine = Enter();

        _sut.IsOnlyOne(mine, Creates.Listed()).Should().BeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));

        _sut.IsOnlyOne(mine, Creates.Listed()).Should().BeTrue();
    }

    [Fact]
    public void Leave_InAnyOrder_KeepsTheOthers()
    {
        var entries = Enumerable.Range(0, 4).Select(_ => Enter()).ToList();

        foreach (var i in new[] { 1, 3, 0 })
            _sut.Leave(entries[i], mayHaveTakenEffect: false);

        _sut.IsOnlyOne(entries[2], Creates.Listed()).Should().BeTrue();
    }

    private int Enter(CreateRequest? request = null)
    {
        using var create = request ?? Creates.Sms();
        return _sut.Enter(create);
    }
}
