using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Pacing;

public class SenderPaceTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Wait_AfterAnAlertOfThreeSegmentsAtOneASecond_IsThreeSeconds()
    {
        var sut = new SenderPace(_clock);
        sut.Wait(Now).Should().Be(TimeSpan.Zero);
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromSeconds(3));

        sut.Wait(Now).Should().Be(TimeSpan.FromSeconds(3));
        _clock.Advance(TimeSpan.FromSeconds(3));

        sut.Wait(Now).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Take_TimerWasLate_MakesUpForItSoThatTheRateIsKept()
    {
        var sut = new SenderPace(_clock);
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromMilliseconds(20));
        sut.Wait(Now);

        _clock.Advance(TimeSpan.FromMilliseconds(35));
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromMilliseconds(20));

        sut.Wait(Now).Should().Be(TimeSpan.FromMilliseconds(5));
    }

    [Fact]
    public void Take_AfterALongRest_SavesNothingUp()
    {
        var sut = new SenderPace(_clock);
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromHours(1));
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromSeconds(1));

        sut.Wait(Now).Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void GiveBack_TheLastTaker_FreesTheSenderAtOnce()
    {
        var sut = new SenderPace(_clock);
        var (first, second) = (Jobs.Make(_clock), Jobs.Make(_clock));
        sut.Take(first, Now, TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        sut.Take(second, Now, TimeSpan.FromSeconds(1));

        sut.GiveBack(first);
        sut.Wait(Now).Should().Be(TimeSpan.FromSeconds(1), "another has taken the sender since");
        sut.GiveBack(second);

        sut.Wait(Now).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Take_LaterThanATimerIsEverLate_MakesUpForThatMuchOnly()
    {
        var sut = new SenderPace(_clock);
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromMilliseconds(20));
        sut.Wait(Now);

        _clock.Advance(TimeSpan.FromSeconds(10));
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromMilliseconds(250));

        sut.Wait(Now).Should().Be(TimeSpan.FromMilliseconds(150));
    }

    [Fact]
    public void GiveBack_Twice_FreesOnce()
    {
        var sut = new SenderPace(_clock);
        var job = Jobs.Make(_clock);
        sut.Take(job, Now, TimeSpan.FromSeconds(1));
        sut.GiveBack(job);
        sut.Wait(Now).Should().Be(TimeSpan.Zero);
        sut.Take(Jobs.Make(_clock), Now, TimeSpan.FromSeconds(1));

        sut.GiveBack(job);

        sut.Wait(Now).Should().Be(TimeSpan.FromSeconds(1));
    }

    private long Now => _clock.GetTimestamp();
}
