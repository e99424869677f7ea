using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public sealed class AlertWaitsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddPitWallTwilio(static _ => { }).Services.BuildServiceProvider();
    private readonly AlertResult _accepted = new() { Outcome = AlertOutcome.Accepted };
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

        _sut.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Add_OneOfThreeIsTold_LeavesTheOthers(int told)
    {
        var waits = new[] { Add(10), Add(10), Add(10) };

        waits[told].End(_accepted, mayRunCaller: true);
        _clock.Advance(TimeSpan.FromSeconds(10));

        foreach (var (wait, i) in waits.Select((w, i) => (w, i)))
            (await wait.Task.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(i == told ? AlertOutcome.Accepted : AlertOutcome.Pending);

        _sut.Count.Should().Be(0);
    }

    [Fact]
    public async Task Add_BehindOneWhoWaitsLong_KeepsFewOfThoseWhoWereTold()
    {
        var first = Add(30);
        for (var i = 0; i < 10_000; i++)
            Add(30).End(_accepted, mayRunCaller: true);

        _sut.Count.Should().BeLessThanOrEqualTo(64);
        first.Task.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(30));

        (await first.Task.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);
        _sut.Count.Should().Be(0);
    }

    [Fact]
    public async Task Add_AfterManyWereTold_KeepsNoneOfThemForLong()
    {
        var last = Add(30);
        var waits = Enumerable.Range(0, 10_000).Select(_ => Add(30)).ToList();
        waits.ForEach(w => w.End(_accepted, mayRunCaller: true));

        _clock.Advance(TimeSpan.FromSeconds(1));

        _sut.Count.Should().Be(1);
        for (var i = 0; i < 10_000; i++)
            Add(30).End(_accepted, mayRunCaller: true);

        _sut.Count.Should().BeLessThanOrEqualTo(64, "and there is no more room than is needed");
        _clock.Advance(TimeSpan.FromSeconds(29));
        (await last.Task.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Should().Be(AlertOutcome.Pending);
        _sut.Count.Should().Be(0);
    }

    [Fact]
    public async Task Add_ManyWhoWaitAndSomeWhoWereTold_EndsEachInItsTime()
    {
        var random = new Random(7);
        var waits = new List<(int Seconds, AlertWait Wait)>();
        for (var i = 0; i < 1_000; i++)
        {
            var seconds = random.Next(1, 20);
            waits.Add((seconds, Add(seconds)));
            if (random.Next(3) == 0)
                waits[random.Next(waits.Count)].Wait.End(_accepted, mayRunCaller: true);
        }

        for (var now = 1; now <= 20; now++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAll(waits.Where(w => w.Seconds <= now).Select(w => w.Wait.Task)).WaitAsync(TimeSpan.FromSeconds(30));
            foreach (var (_, wait) in waits.Where(w => w.Seconds > now && w.Wait.Task.IsCompleted))
                (await wait.Task).Outcome.Should().Be(AlertOutcome.Accepted);
        }

        _sut.Count.Should().Be(0);
    }

    [Fact]
    public async Task Add_AfterTheTimerWasSetForOneThatIsGone_EndsInItsOwnTime()
    {
        Add(10).End(_accepted, mayRunCaller: true);
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
        var wait = new AlertWait(Jobs.Make(_clock), _services.GetRequiredService<AlertDispatcher>(), _clock.GetTimestamp() + _clock.ToTimestampTicks(TimeSpan.FromSeconds(seconds)));
        _sut.Add(wait);
        return wait;
    }
}
