namespace PitWall.Alerts.Twilio.Testing.Tests.Clock;

public class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 5, 13, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _sut = new(Start);
    private readonly List<string> _fired = [];

    [Fact]
    public void GetUtcNow_NotAdvanced_StandsStill()
    {
        _sut.GetUtcNow().Should().Be(Start);
        _sut.GetUtcNow().Should().Be(Start);
    }

    [Fact]
    public void Advance_SeveralTimers_FireInOrderEachAtItsOwnTime()
    {
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        using var sameTime = Timer("second at 3", 3);
        using var tooLate = Timer("never", 6);

        _sut.Advance(TimeSpan.FromSeconds(5));

        _fired.Should().Equal("early at 1", "late at 3", "second at 3 at 3");
        _sut.GetUtcNow().Should().Be(Start.AddSeconds(5));
        _sut.TimerCount.Should().Be(1);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOncePerPeriod()
    {
        using var timer = _sut.CreateTimer(_ => Fire("tick"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _sut.Advance(TimeSpan.FromSeconds(6));

        _fired.Should().Equal("tick at 1", "tick at 3", "tick at 5");
    }

    [Fact]
    public void Advance_CallbackCreatesTimer_ThatFiresInTheSameMovement()
    {
        ITimer? second = null;
        using var first = _sut.CreateTimer(_ => second = Timer("second", 1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _sut.Advance(TimeSpan.FromSeconds(3));

        _fired.Should().Equal("second at 2");
        second!.Dispose();
    }

    [Fact]
    public void Advance_CallbackAdvances_AddsToTheMovement()
    {
        using var timer = _sut.CreateTimer(_ => _sut.Advance(TimeSpan.FromSeconds(10)), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _sut.Advance(TimeSpan.FromSeconds(2));

        _sut.GetUtcNow().Should().Be(Start.AddSeconds(12));
    }

    [Fact]
    public void Advance_DisposedOrDisabledTimer_DoesNotFire()
    {
        var disposed = Timer("disposed", 1);
        using var disabled = Timer("disabled", 1);
        disposed.Dispose();
        disabled.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _sut.Advance(TimeSpan.FromSeconds(2));

        _fired.Should().BeEmpty();
        disposed.Change(TimeSpan.Zero, TimeSpan.Zero).Should().BeFalse();
    }

    [Fact]
    public void CreateTimer_DueAtOnce_FiresWithoutMovement()
    {
        using var timer = Timer("now", 0);

        _fired.Should().Equal("now at 0");
    }

    [Fact]
    public async Task Advance_TaskDelay_Completes()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _sut);

        _sut.Advance(TimeSpan.FromSeconds(59));
        delay.IsCompleted.Should().BeFalse();
        _sut.Advance(TimeSpan.FromSeconds(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Advance_CancellationTokenSource_Cancels()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), _sut);

        _sut.Advance(TimeSpan.FromSeconds(5));

        source.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void GetElapsedTime_AfterMovement_IsTheMovement()
    {
        var from = _sut.GetTimestamp();

        _sut.Advance(TimeSpan.FromMilliseconds(1234.5));

        _sut.GetElapsedTime(from).Should().Be(TimeSpan.FromMilliseconds(1234.5));
    }

    [Fact]
    public void SetUtcNow_Forward_FiresWhatIsDue()
    {
        using var timer = Timer("timer", 60);

        _sut.SetUtcNow(Start.AddMinutes(1));

        _fired.Should().Equal("timer at 60");
    }

    [Fact]
    public void Movement_Backward_IsRefused()
    {
        _sut.Invoking(static sut => sut.Advance(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        _sut.Invoking(static sut => sut.SetUtcNow(Start.AddTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task WaitForTimers_CodeBeginsToWait_Completes()
    {
        var waiting = _sut.WaitForTimersAsync(2);
        using var first = Timer("first", 1);
        waiting.IsCompleted.Should().BeFalse();

        using var second = Timer("second", 1);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Advance_ManyThreads_AddsUpAndFiresEachTimerOnce()
    {
        var count = 0;
        var timers = Enumerable.Range(1, 1000)
            .Select(i => _sut.CreateTimer(_ => Interlocked.Increment(ref count), null, TimeSpan.FromSeconds(i % 100 + 1), Timeout.InfiniteTimeSpan))
            .ToList();

        Parallel.For(0, 100, _ => _sut.Advance(TimeSpan.FromSeconds(1)));

        count.Should().Be(1000);
        _sut.GetUtcNow().Should().Be(Start.AddSeconds(100));
        timers.ForEach(static timer => timer.Dispose());
    }

    private ITimer Timer(string name, int seconds) =>
        _sut.CreateTimer(_ => Fire(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

    private void Fire(string name) => _fired.Add($"{name} at {(_sut.GetUtcNow() - Start).TotalSeconds}");
}
