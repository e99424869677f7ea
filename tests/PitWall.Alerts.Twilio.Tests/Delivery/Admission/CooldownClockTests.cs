using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class CooldownClockTests
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly CooldownClock _sut;

    public CooldownClockTests() => _sut = new CooldownClock(_clock);

    [Fact]
    public void IsCooling_CriticalAlert_IsNever()
    {
        var record = Jobs.Make(_clock, Band.Critical);
        _sut.Begin(record, Cooldown);

        _sut.IsCooling(record, Cooldown).Should().BeFalse();
    }

    [Fact]
    public void TakeBack_ACooldownThatAnotherBegan_LeavesIt()
    {
        var record = Jobs.Make(_clock);
        var first = _sut.Begin(record, Cooldown)!.Value;
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sut.Begin(record, Cooldown);

        _sut.TakeBack(record, first);

        _sut.IsCooling(record, Cooldown).Should().BeTrue();
    }

    [Fact]
    public void TakeBack_ACooldownThatAnotherBeganAtTheSameTime_LeavesIt()
    {
        var record = Jobs.Make(_clock);
        var first = _sut.Begin(record, Cooldown)!.Value;
        _sut.Begin(record, Cooldown);

        _sut.TakeBack(record, first);

        _sut.IsCooling(record, Cooldown).Should().BeTrue();
    }

    [Fact]
    public void TakeBack_BegunOverAnEarlierOne_LeavesTheEarlierOneForItsOwnTime()
    {
        var record = Jobs.Make(_clock);
        _sut.Begin(record, Cooldown);
        _clock.Advance(Cooldown / 2);
        var second = _sut.Begin(record, Cooldown)!.Value;

        _sut.TakeBack(record, second);

        _sut.IsCooling(record, Cooldown).Should().BeTrue();
        _clock.Advance(Cooldown / 2);
        _sut.IsCooling(record, Cooldown).Should().BeFalse("the one taken back lasts no longer");
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    public void TakeBack_AllInAnyOrder_LeavesNone(params int[] order)
    {
        var record = Jobs.Make(_clock);
        var numbers = Enumerable.Range(0, 3).Select(_ => _sut.Begin(record, Cooldown)!.Value).ToList();

        foreach (var place in order)
        {
            _sut.IsCooling(record, Cooldown).Should().BeTrue();
            _sut.TakeBack(record, numbers[place]);
        }

        _sut.IsCooling(record, Cooldown).Should().BeFalse();
        _sut.Count.Should().Be(0);
    }

    [Fact]
    public void Keep_OneBegunOverAnEarlierOne_OutlastsItAndMayStillBeFollowed()
    {
        var record = Jobs.Make(_clock);
        var first = _sut.Begin(record, Cooldown)!.Value;
        var second = _sut.Begin(record, Cooldown)!.Value;
        var third = _sut.Begin(record, Cooldown)!.Value;

        _sut.Keep(record, second);
        _sut.TakeBack(record, third);
        _sut.TakeBack(record, first);

        _sut.IsCooling(record, Cooldown).Should().BeTrue();
    }

    [Fact]
    public void Begin_WithoutCooldown_RemembersNothing()
    {
        var record = Jobs.Make(_clock);

        _sut.Begin(record, TimeSpan.Zero).Should().BeNull();

        _sut.IsCooling(record, Cooldown).Should().BeFalse();
    }

    [Fact]
    public void Begin_ManyRecipients_StaysBounded()
    {
        for (var i = 0; i < 50_000; i++)
            _sut.Begin(Jobs.Make(_clock, phone: Jobs.PhoneNumber(i)), Cooldown);

        _sut.Count.Should().BeLessThanOrEqualTo(10_000);
    }

    [Fact]
    public void IsCooling_UntilTheCooldownIsOver_IsTrueForThatRecipientKindAndTypeAlone()
    {
        var record = Jobs.Make(_clock);
        _sut.Begin(record, Cooldown).Should().NotBeNull();

        _clock.Advance(Cooldown - TimeSpan.FromTicks(1));
        _sut.IsCooling(record, Cooldown).Should().BeTrue();
        _sut.IsCooling(record, TimeSpan.Zero).Should().BeFalse("it was switched off");
        _sut.IsCooling(Jobs.Make(_clock, phone: Jobs.PhoneNumber(1)), Cooldown).Should().BeFalse();
        _sut.IsCooling(Jobs.Make(_clock, type: StrategyAlertType.Fuel), Cooldown).Should().BeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));

        _sut.IsCooling(record, Cooldown).Should().BeFalse();
    }

    [Fact]
    public void TakeBack_ItsOwn_EndsIt()
    {
        var record = Jobs.Make(_clock);
        var begunAt = _sut.Begin(record, Cooldown)!.Value;

        _sut.TakeBack(record, begunAt);

        _sut.IsCooling(record, Cooldown).Should().BeFalse();
        _sut.Count.Should().Be(0);
    }

    [Fact]
    public void Begin_RoomIsMade_ForgetsWhatHasCooledDownFirst()
    {
        for (var i = 0; i < 9_999; i++)
            _sut.Begin(Jobs.Make(_clock, phone: Jobs.PhoneNumber(i)), Cooldown);
        _clock.Advance(Cooldown);
        var cooling = Jobs.Make(_clock, phone: Jobs.PhoneNumber(10_000));
        _sut.Begin(cooling, Cooldown);

        _sut.Begin(Jobs.Make(_clock, phone: Jobs.PhoneNumber(10_001)), Cooldown);

        _sut.Count.Should().Be(2);
        _sut.IsCooling(cooling, Cooldown).Should().BeTrue();
    }

    [Fact]
    public void Begin_NothingHasCooledDown_ForgetsHalf()
    {
        for (var i = 0; i <= 10_000; i++)
            _sut.Begin(Jobs.Make(_clock, phone: Jobs.PhoneNumber(i)), Cooldown);

        _sut.Count.Should().Be(5_001);
    }
}
