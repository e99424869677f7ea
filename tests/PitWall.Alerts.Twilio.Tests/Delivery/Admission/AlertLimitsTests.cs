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

    [Theory]
    [InlineData(Band.High, LimitSentences.Recipient)]
    [InlineData(Band.Critical, LimitSentences.CriticalRecipient)]
    public void TryTake_RecipientsLimitReached_NamesTheSettingThatCounts(object band, string sentence)
    {
        while (Take((Band)band))
        {
        }

        _sut.TryTake(Jobs.Make(_clock, (Band)band), _options, out var refusal).Should().BeFalse();
        refusal.Should().Be(sentence);
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
        _sut.TryTake(Jobs.Make(_clock, channel: AlertChannel.WhatsApp), _options, out _).Should().BeTrue();
    }

    [Fact]
    public void GiveBack_AlertThatWasNotSent_MakesRoomEverywhere()
    {
        _options.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Sender = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Global = new RateOptions { PerMinute = 1, Burst = 1 };
        var job = Jobs.Make(_clock);
        _sut.TryTake(job, _options, out _).Should().BeTrue();

        _sut.GiveBack(job, _sut.BucketsMade);

        Take().Should().BeTrue();
    }

    [Fact]
    public void Owe_InPlaceOfAnotherThatGivesBack_LeavesTheLimitAsItWas()
    {
        _options.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        var older = Jobs.Make(_clock);
        _sut.TryTake(older, _options, out _).Should().BeTrue();

        _sut.Owe(Jobs.Make(_clock), _options);
        _sut.GiveBack(older, _sut.BucketsMade);

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

    [Theory]
    [InlineData(10, 1)]
    [InlineData(1_000, 5)]
    public void TryTake_EitherFigureChanged_AppliesAtOnce(int perMinute, int burst)
    {
        Take().Should().BeTrue();
        _options.Recipient = new RateOptions { PerMinute = perMinute, Burst = burst };

        Enumerable.Range(0, 20).Count(_ => Take()).Should().Be(burst, "it is a new limit");
        _clock.Advance(TimeSpan.FromSeconds(0.6));
        Take().Should().Be(perMinute == 1_000);
    }

    [Fact]
    public void TryTake_MoreRecipientsThanAreRemembered_StaysBounded()
    {
        for (var i = 0; i < 50_000; i++)
            Take(phone: Jobs.PhoneNumber(i)).Should().BeTrue();

        _sut.RecipientCount.Should().BeLessThanOrEqualTo(10_000);
    }

    [Fact]
    public void TryTake_SenderLimitReached_TakesNothingFromTheRecipient()
    {
        _options.Sender = new RateOptions { PerMinute = 1, Burst = 1 };
        Take(phone: Jobs.PhoneNumber(1)).Should().BeTrue();
        for (var i = 0; i < 20; i++)
            Take().Should().BeFalse();

        _options.Sender = new RateOptions();

        Enumerable.Range(0, 6).Count(_ => Take()).Should().Be(5);
    }

    [Fact]
    public void TryTake_GlobalLimitReached_TakesNothingFromTheSender()
    {
        _options.Sender = new RateOptions { PerMinute = 1, Burst = 2 };
        _options.Global = new RateOptions { PerMinute = 1, Burst = 1 };
        Take().Should().BeTrue();
        Take().Should().BeFalse();

        _options.Global = new RateOptions();

        Enumerable.Range(0, 3).Count(_ => Take()).Should().Be(1);
    }

    [Fact]
    public void TryTake_RecipientLimitReached_TakesNothingFromTheSender()
    {
        _options.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Sender = new RateOptions { PerMinute = 1, Burst = 2 };
        Take().Should().BeTrue();
        Take().Should().BeFalse();

        Take(phone: Jobs.PhoneNumber(1)).Should().BeTrue();
        Take(phone: Jobs.PhoneNumber(2)).Should().BeFalse();
    }

    [Fact]
    public void GiveBack_CriticalAlert_GivesNothingToTheLimitsThatItNeverTook()
    {
        _options.Sender = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Global = new RateOptions { PerMinute = 1, Burst = 1 };
        Take().Should().BeTrue();
        var critical = Jobs.Make(_clock, Band.Critical, phone: Jobs.PhoneNumber(1));
        _sut.TryTake(critical, _options, out _).Should().BeTrue();

        _sut.GiveBack(critical, _sut.BucketsMade);

        _options.Global = new RateOptions();
        Take(phone: Jobs.PhoneNumber(1)).Should().BeFalse("the sender's one is taken");
        _options.Global = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Sender = new RateOptions();
        Take(phone: Jobs.PhoneNumber(1)).Should().BeFalse("the global one is taken");
    }

    [Fact]
    public void Owe_SenderAndGlobalToo_CountsThere()
    {
        _options.Sender = new RateOptions { PerMinute = 60, Burst = 2 };
        _sut.Owe(Jobs.Make(_clock), _options);
        _sut.Owe(Jobs.Make(_clock), _options);
        Take(phone: Jobs.PhoneNumber(1)).Should().BeFalse();

        _options.Sender = new RateOptions();
        _options.Global = new RateOptions { PerMinute = 60, Burst = 1 };
        _sut.Owe(Jobs.Make(_clock, phone: Jobs.PhoneNumber(2)), _options);

        Take(phone: Jobs.PhoneNumber(3)).Should().BeFalse();
    }

    [Fact]
    public void TryTake_RatesSwitchedOff_TakesWithoutLimit()
    {
        _options.Recipient = new RateOptions();

        Enumerable.Range(0, 100).All(_ => Take()).Should().BeTrue();
        _sut.RecipientCount.Should().Be(0);
    }

    [Fact]
    public void TryTake_SameRateInANewObject_KeepsWhatWasTaken()
    {
        while (Take())
        {
        }

        _options.Recipient = new RateOptions { PerMinute = 10, Burst = 5 };

        Take().Should().BeFalse();
    }

    [Fact]
    public void TryTake_RoomIsMade_ForgetsTheRestedFirst()
    {
        Take(phone: Jobs.PhoneNumber(0));
        for (var i = 1; i < 9_999; i++)
            Take(phone: Jobs.PhoneNumber(i));
        _clock.Advance(TimeSpan.FromMinutes(1));
        while (Take(phone: Jobs.PhoneNumber(10_000)))
        {
        }

        Take(phone: Jobs.PhoneNumber(10_001)).Should().BeTrue();

        _sut.RecipientCount.Should().Be(2);
        Take(phone: Jobs.PhoneNumber(10_000)).Should().BeFalse("it is remembered that its limit is reached");
    }

    [Fact]
    public void TryTake_NobodyRested_ForgetsHalf()
    {
        for (var i = 0; i <= 10_000; i++)
            Take(phone: Jobs.PhoneNumber(i));

        _sut.RecipientCount.Should().Be(5_001);
    }

    private bool Take(Band band = Band.Medium, E164PhoneNumber? phone = null) =>
        _sut.TryTake(Jobs.Make(_clock, band, phone: phone), _options, out _);
}
