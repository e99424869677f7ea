using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

public class AttemptTimeoutsTests
{
    [Fact]
    public void Rent_AfterReturn_IsTheSameSourceWithItsTimeBeforeIt()
    {
        var sut = new AttemptTimeouts(TimeProvider.System);
        var first = sut.Rent(TimeSpan.FromMinutes(10));
        sut.Return(first);

        var second = sut.Rent(TimeSpan.FromMinutes(10));

        second.Should().BeSameAs(first);
        second.IsCancellationRequested.Should().BeFalse();
    }

    [Fact]
    public async Task Rent_TimePasses_IsCancelled()
    {
        var sut = new AttemptTimeouts(TimeProvider.System);
        sut.Return(sut.Rent(TimeSpan.FromMinutes(10)));
        var source = sut.Rent(TimeSpan.FromMilliseconds(1));
        var cancelled = new TaskCompletionSource();

        using var registration = source.Token.Register(cancelled.SetResult);

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Return_OneThatWasCancelled_IsNeverRentedAgain()
    {
        var sut = new AttemptTimeouts(TimeProvider.System);
        var cancelled = sut.Rent(TimeSpan.FromMinutes(10));
        cancelled.Cancel();

        sut.Return(cancelled);

        sut.Rent(TimeSpan.FromMinutes(10)).IsCancellationRequested.Should().BeFalse();
    }

    [Fact]
    public void Return_ARegistrationIsLeftOnIt_NobodyElseCancelsThat()
    {
        var sut = new AttemptTimeouts(TimeProvider.System);
        var source = sut.Rent(TimeSpan.FromMinutes(10));
        var wasTold = false;
        source.Token.Register(() => wasTold = true);

        sut.Return(source);
        sut.Rent(TimeSpan.FromMinutes(10)).Cancel();

        wasTold.Should().BeFalse();
    }

    [Fact]
    public void Rent_OnAnotherClock_FollowsThatClock()
    {
        var clock = new ManualTimeProvider();
        var sut = new AttemptTimeouts(clock);
        var source = sut.Rent(TimeSpan.FromSeconds(15));

        clock.Advance(TimeSpan.FromSeconds(14));
        source.IsCancellationRequested.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        source.IsCancellationRequested.Should().BeTrue();
    }
}
