using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class DuplicateWindowTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly DuplicateWindow _sut;

    public DuplicateWindowTests() => _sut = new DuplicateWindow(_clock);

    [Fact]
    public void Hold_MoreThanItsCapacity_LetsTheOldestGo()
    {
        var first = Hold(0);
        for (var i = 1; i <= 20_000; i++)
            Hold(i);

        _sut.Count.Should().Be(20_000);
        _sut.HolderOf(first.Key, Band.Medium).Should().BeNull();
        _sut.HolderOf(Key(20_000), Band.Medium).Should().NotBeNull();
    }

    [Fact]
    public void Hold_QueueLargerThanThat_RemembersAllThatCanBeUnderWay()
    {
        var first = Hold(0, underWay: 15_000);
        for (var i = 1; i < 30_000; i++)
            Hold(i, underWay: 15_000);

        _sut.HolderOf(first.Key, Band.Medium).Should().BeSameAs(first);
    }

    [Fact]
    public void Hold_AfterWindowsHavePassed_ForgetsThem()
    {
        for (var i = 0; i < 100; i++)
        {
            var holder = Hold(i);
            _sut.End(holder, new AlertResult { Outcome = AlertOutcome.Accepted });
        }

        _clock.Advance(Window);
        Hold(100);

        _sut.Count.Should().Be(1);
    }

    [Fact]
    public void Release_OneWhoseKeyWasTakenOver_LeavesTheNewHolder()
    {
        var older = Hold(0);
        var newer = Hold(0);

        _sut.Release(older);

        _sut.HolderOf(Key(0), Band.Medium).Should().BeSameAs(newer);
    }

    private DuplicateHolder Hold(int i, int underWay = 1) =>
        _sut.Hold(Key(i), Jobs.Make(_clock, phone: Jobs.PhoneNumber(i)), Window, underWay);

    private static DuplicateKey Key(int i) =>
        new(Jobs.PhoneNumber(i), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "Box this lap");
}
