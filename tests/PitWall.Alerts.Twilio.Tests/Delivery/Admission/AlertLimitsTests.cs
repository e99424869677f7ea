using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class AlertLimitsTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LimitOptions _options = new();
    private readonly AlertLimits _sut;

    public AlertLimitsTests() => _sut = new AlertLimits(_clock);

    [Fact]
    public void TryTake_OneRecipientsBurst_LeavesOthersAlone()
    {
        Enumerable.Range(0, 6).Select(_ => Take()).Should().Equal(true, true, true, true, true, false);

        Take(phone: Jobs.PhoneNumber(1)).Should().BeTrue();
    }

    [Fact]
    public void TryTake_Critical_HasABucketOfItsOwnAndACap()
    {
        while (Take())
        {
        }

        Enumerable.Range(0, 11).Count(_ => Take(Band.Critical)).Should().Be(10);
    }

    [Fact]
    public void TryTake_GlobalLimitReached_TakesNothingFromTheRecipient()
    {
        _options.Global = new RateOptions { PerMinute = 1, Burst = 1 };
        Take(phone: Jobs.PhoneNumber(1)).Should().BeTrue();
        for (var i = 0; i < 20; i++)
            Take().Should().BeFalse();

        _options.Global = new RateOptions();

        Enumerable.Range(0, 6).Count(_ => Take()).Should().Be(5);
    }

    [Fact]
    public void TryTake_SenderLimitReached_StopsThatChannelOnly()
    {
        _options.Sender = new RateOptions { PerMinute = 1, Burst = 1 };
        Take().Should().BeTrue();

        Take(phone: Jobs.PhoneNumber(1)).Should().BeFalse();
        _sut.TryTake(Jobs.Make(_clock, channel: AlertChannel.WhatsApp), _options).Should().BeTrue();
    }

    [Fact]
    public void GiveBack_AlertThatWasNotSent_MakesRoomEverywhere()
    {
        _options.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Sender = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Global = new RateOptions { PerMinute = 1, Burst = 1 };
        var job = Jobs.Make(_clock);
        _sut.TryTake(job, _options).Should().BeTrue();

        _sut.GiveBack(job);

        Take().Should().BeTrue();
    }

    [Fact]
    public void Owe_InPlaceOfAnotherThatGivesBack_LeavesTheLimitAsItWas()
    {
        _options.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        var older = Jobs.Make(_clock);
        _sut.TryTake(older, _options).Should().BeTrue();

        _sut.Owe(Jobs.Make(_clock), _options);
        _sut.GiveBack(older);

        Take().Should().BeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Take().Should().BeTrue();
    }

    [Fact]
    public void TryTake_RateChanged_AppliesAtOnce()
    {
        while (Take())
        {
        }

        _options.Recipient = new RateOptions { PerMinute = 100, Burst = 2 };

        Take().Should().BeTrue();
    }

    [Fact]
    public void TryTake_MoreRecipientsThanAreRemembered_StaysBounded()
    {
        for (var i = 0; i < 50_000; i++)
            Take(phone: Jobs.PhoneNumber(i)).Should().BeTrue();

        _sut.RecipientCount.Should().BeLessThanOrEqualTo(10_000);
    }

    private bool Take(Band band = Band.Medium, E164PhoneNumber? phone = null) =>
        _sut.TryTake(Jobs.Make(_clock, band, phone: phone), _options);
}
