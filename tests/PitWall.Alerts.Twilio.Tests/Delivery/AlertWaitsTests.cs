using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public sealed class AlertWaitsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddPitWallTwilio(static _ => { }).Services.BuildServiceProvider();
    private readonly ManualTimeProvider _clock = new();
    private readonly AlertWaits _sut;

    public AlertWaitsTests() => _sut = new AlertWaits(_clock);

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Add_PatienceOfAnyOrder_EndsEachInItsTime()
    {
        var waits = new[] { 30, 10, 20, 10, 40 }.Select(seconds => (Seconds: seconds, Wait: Add(seconds))).ToList();

        foreach (var now in new[] { 10, 20, 30, 40 })
        {
            _clock.Advance(TimeSpan.FromSeconds(10));

            foreach (var (_, wait) in waits.Where(w => w.Seconds <= now))
                (await wait.Task.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);

            waits.Where(w => w.Wait.Task.IsCompleted).Should().OnlyContain(w => w.Seconds <= now);
        }

        _sut.IsEmpty.Should().BeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Remove_AnyOfThree_LeavesTheOthers(int removed)
    {
        var waits = new[] { Add(10), Add(10), Add(10) };

        _sut.Remove(waits[removed]);
        _sut.Remove(waits[removed]);
        _clock.Advance(TimeSpan.FromSeconds(10));

        foreach (var wait in waits.Where((_, i) => i != removed))
            (await wait.Task.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);

        waits[removed].Task.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Add_AfterTheTimerWasSetForOneThatIsGone_EndsInItsOwnTime()
    {
        _sut.Remove(Add(10));
        _clock.Advance(TimeSpan.FromSeconds(5));
        var wait = Add(10);

        _clock.Advance(TimeSpan.FromSeconds(9));
        wait.Task.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await wait.Task.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);
    }

    [Fact]
    public async Task Dispose_SomeWait_LeavesNobodyWaiting()
    {
        var before = new[] { Add(10), Add(20) };

        _sut.Dispose();
        var after = Add(10);

        foreach (var wait in before.Append(after))
            (await wait.Task.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);
    }

    private AlertWait Add(int seconds)
    {
        // None of these is cancelled, so none needs a dispatcher.
        var wait = new AlertWait(Jobs.Make(_clock), _services.GetRequiredService<AlertDispatcher>(), _sut, _clock.GetTimestamp() + _clock.ToTimestampTicks(TimeSpan.FromSeconds(seconds)));
        _sut.Add(wait);
        return wait;
    }
}
