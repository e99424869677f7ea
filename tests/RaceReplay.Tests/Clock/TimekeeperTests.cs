using PitWall.Alerts.Twilio.Testing;
using RaceReplay.Clock;

namespace RaceReplay.Tests.Clock;

public sealed class TimekeeperTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly RaceClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly ManualTimeProvider _real = new();
    private readonly Wire _wire = new();
    private readonly InFlight _sends = new();

    [Fact]
    public async Task AdvanceTo_NothingUnderWay_MovesAtOnce()
    {
        await Sut().AdvanceToAsync(TimeSpan.FromHours(1)).WaitAsync(Deadline);

        _clock.Elapsed.Should().Be(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task AdvanceTo_RequestOnTheWire_WaitsForItAndNoTimeOutFires()
    {
        // A time-out of the attempt on race time: if the race went on, it would end the request.
        using var attempt = new CancellationTokenSource(TimeSpan.FromSeconds(10), _clock);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timeOfAnswer = TimeSpan.MaxValue;
        _ = Begin(async () =>
        {
            _wire.Enter();
            await answer.Task;
            timeOfAnswer = _clock.Elapsed;
            _wire.Leave();
        });

        var advance = Sut().AdvanceToAsync(TimeSpan.FromSeconds(150));
        await LookAsync(times: 100);
        attempt.IsCancellationRequested.Should().BeFalse();
        answer.SetResult();
        await advance.WaitAsync(Deadline);

        timeOfAnswer.Should().Be(TimeSpan.Zero);
        _clock.Elapsed.Should().Be(TimeSpan.FromSeconds(150));
    }

    [Fact]
    public async Task AdvanceTo_SendThatWaitsForLater_GoesOnWithoutIt()
    {
        var send = Begin(() => Task.Delay(TimeSpan.FromSeconds(200), _clock));

        await LookUntilAsync(Sut().AdvanceToAsync(TimeSpan.FromSeconds(150)));

        send.IsCompleted.Should().BeFalse();
        _clock.Elapsed.Should().Be(TimeSpan.FromSeconds(150));
    }

    [Fact]
    public async Task AdvanceTo_SendThatBacksOff_GivesEveryWaitItsOwnMoment()
    {
        var tries = new List<double>();
        var send = Begin(async () =>
        {
            for (var wait = 1; wait <= 4; wait *= 2)
            {
                await Task.Delay(TimeSpan.FromSeconds(wait), _clock);
                tries.Add(_clock.Elapsed.TotalSeconds);
            }
        });

        await LookUntilAsync(Sut().AdvanceToAsync(TimeSpan.FromSeconds(150)));

        await send.WaitAsync(Deadline);
        tries.Should().Equal(1, 3, 7);
    }

    [Fact]
    public async Task Finish_SendsThatWait_LetsTheRaceRunUntilAllAreDone()
    {
        var sends = new[] { 10, 20, 30 }.Select(wait => Begin(() => Task.Delay(TimeSpan.FromSeconds(wait), _clock))).ToArray();

        await LookUntilAsync(Sut().FinishAsync());

        await Task.WhenAll(sends).WaitAsync(Deadline);
        _clock.Elapsed.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Finish_SendThatNothingCanEnd_SaysThatItHangs()
    {
        var never = new TaskCompletionSource();
        _ = Begin(() => never.Task);

        var finish = Sut().FinishAsync();
        await LookUntilAsync(finish, step: TimeSpan.FromSeconds(10));

        await finish.Invoking(task => task).Should().ThrowAsync<TimeoutException>().WithMessage("1 alert*");
    }

    [Fact]
    public async Task Finish_SendThatOnlyBackgroundTimersOutlive_SaysThatItHangs()
    {
        var never = new TaskCompletionSource();
        using var background = new PeriodicTimer(TimeSpan.FromHours(1), _clock);
        _ = Begin(() => never.Task);

        var finish = Sut().FinishAsync();
        await LookUntilAsync(finish);

        await finish.Invoking(task => task).Should().ThrowAsync<TimeoutException>();
    }

    [Fact]
    public async Task AdvanceTo_AnswerThatNeverComes_LetsTheTimeOutEndIt()
    {
        var attempt = new CancellationTokenSource(TimeSpan.FromSeconds(10), _clock);
        var timeOfEnd = TimeSpan.Zero;
        _ = Begin(async () =>
        {
            _wire.Enter();
            var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            attempt.Token.Register(() =>
            {
                // Here and not after the wait: until that goes on, the clocks do.
                timeOfEnd = _clock.Elapsed;
                answer.SetResult();
            });
            await answer.Task;
            _wire.Leave();
        });

        await LookUntilAsync(Sut().AdvanceToAsync(TimeSpan.FromSeconds(150)));

        timeOfEnd.Should().BeCloseTo(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task AdvanceTo_WaitsAreReal_LastsAsLongAsTheWait()
    {
        var started = _real.GetTimestamp();
        _ = Begin(() => Task.Delay(TimeSpan.FromSeconds(2), _clock));

        await LookUntilAsync(Sut(waitsAreReal: true).AdvanceToAsync(TimeSpan.FromSeconds(1)));

        _real.GetElapsedTime(started).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task AdvanceTo_AtASpeed_KeepsIt()
    {
        var sut = Sut(speed: 60);
        await sut.AdvanceToAsync(TimeSpan.Zero);

        var first = sut.AdvanceToAsync(TimeSpan.FromSeconds(1)).WaitAsync(Deadline);
        await LookUntilAsync(first, TimeSpan.FromSeconds(1));
        var started = _real.GetTimestamp();
        var advance = sut.AdvanceToAsync(TimeSpan.FromSeconds(181));
        await LookUntilAsync(advance);

        _real.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromSeconds(1.9)).And.BeLessThan(TimeSpan.FromSeconds(3.1));
    }

    [Fact]
    public async Task AdvanceTo_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        _ = Begin(() => never.Task);

        var advance = Sut().AdvanceToAsync(TimeSpan.FromSeconds(150), stop.Token);
        await stop.CancelAsync();

        await advance.Invoking(task => task.WaitAsync(Deadline)).Should().ThrowAsync<OperationCanceledException>();
    }

    private Timekeeper Sut(double? speed = null, bool waitsAreReal = false) => new(_clock, _wire, _sends, _real, speed, waitsAreReal);

    private async Task Begin(Func<Task> work)
    {
        _sends.Begin();
        await work();
        _sends.End();
    }

    /// <summary>Lets the keeper look a number of times.</summary>
    private async Task LookAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _real.WaitForTimersAsync().WaitAsync(Deadline);
            _real.Advance(Look);
        }
    }

    /// <summary>Lets the keeper look until it is done, each time after a step of real time.</summary>
    private async Task LookUntilAsync(Task done, TimeSpan? step = null)
    {
        while (!done.IsCompleted)
        {
            await Task.WhenAny(done, _real.WaitForTimersAsync()).WaitAsync(Deadline);
            _real.Advance(step ?? Look);
        }
    }
}
