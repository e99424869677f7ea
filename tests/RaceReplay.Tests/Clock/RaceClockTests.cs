using RaceReplay.Clock;

namespace RaceReplay.Tests.Clock;

public sealed class RaceClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly RaceClock _sut = new(Start);

    [Fact]
    public void MoveTo_Moment_IsTheTimeEverywhere()
    {
        var timestamp = _sut.GetTimestamp();

        _sut.MoveTo(TimeSpan.FromSeconds(90));

        _sut.Elapsed.Should().Be(TimeSpan.FromSeconds(90));
        _sut.GetUtcNow().Should().Be(Start.AddSeconds(90));
        _sut.GetLocalNow().Should().Be(Start.AddSeconds(90));
        _sut.GetElapsedTime(timestamp).Should().Be(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void MoveTo_EarlierMoment_ChangesNothing()
    {
        _sut.MoveTo(TimeSpan.FromSeconds(90));

        _sut.MoveTo(TimeSpan.FromSeconds(10));

        _sut.Elapsed.Should().Be(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void MoveTo_PastTimers_FiresThemInOrderEachAtItsTime()
    {
        var fired = new List<(string Name, double At)>();
        Set("late", 30);
        Set("early", 10);
        Set("after", 61);

        _sut.MoveTo(TimeSpan.FromSeconds(60));

        fired.Should().Equal(("early", 10), ("late", 30));
        _sut.NextDue.Should().Be(TimeSpan.FromSeconds(61));

        void Set(string name, int seconds) =>
            _sut.CreateTimer(_ => fired.Add((name, _sut.Elapsed.TotalSeconds)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void MoveTo_TimerSetByATimer_FiresInTheSameMove()
    {
        var fired = new List<double>();
        _sut.CreateTimer(
            _ =>
            {
                fired.Add(_sut.Elapsed.TotalSeconds);
                _sut.CreateTimer(_ => fired.Add(_sut.Elapsed.TotalSeconds), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
            },
            null,
            TimeSpan.FromSeconds(10),
            Timeout.InfiniteTimeSpan);

        _sut.MoveTo(TimeSpan.FromSeconds(60));

        fired.Should().Equal(10, 15);
    }

    [Fact]
    public void MoveTo_PeriodicTimer_FiresEveryPeriodUntilDisposed()
    {
        var fired = 0;
        var timer = _sut.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _sut.MoveTo(TimeSpan.FromSeconds(6));
        timer.Dispose();
        _sut.MoveTo(TimeSpan.FromSeconds(20));

        fired.Should().Be(3);
        timer.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).Should().BeFalse();
        _sut.NextDue.Should().BeNull();
    }

    [Fact]
    public async Task Delay_OnRaceTime_EndsWhenTheRaceIsThere()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(30), _sut);

        _sut.MoveTo(TimeSpan.FromSeconds(29));
        delay.IsCompleted.Should().BeFalse();
        _sut.MoveTo(TimeSpan.FromSeconds(30));

        await delay.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task CreateTimer_DueNow_FiresWithoutAMove()
    {
        var fired = new TaskCompletionSource();

        _sut.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void CancelAfter_OnRaceTime_Cancels()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(10), _sut);

        _sut.MoveTo(TimeSpan.FromSeconds(9));
        source.IsCancellationRequested.Should().BeFalse();
        _sut.MoveTo(TimeSpan.FromSeconds(10));

        source.IsCancellationRequested.Should().BeTrue();
    }
}
