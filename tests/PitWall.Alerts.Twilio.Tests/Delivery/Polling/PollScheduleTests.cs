using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class PollScheduleTests
{
    private readonly ManualTimeProvider _clock = new();
    private int _toldFull;

    [Fact]
    public async Task Next_AddedWhileWaiting_ComesInTheOrderOfItsTime()
    {
        var sut = NewSchedule();
        sut.Add(Awaited("ten"), TimeSpan.FromSeconds(10));
        var first = sut.NextAsync(CancellationToken.None);

        sut.Add(Awaited("twenty"), TimeSpan.FromSeconds(20));
        sut.Add(Awaited("five"), TimeSpan.FromSeconds(5));

        (await ComesAsync(first, TimeSpan.FromSeconds(5))).Should().Be("five");
        (await ComesAsync(sut.NextAsync(CancellationToken.None), TimeSpan.FromSeconds(5))).Should().Be("ten");
        (await ComesAsync(sut.NextAsync(CancellationToken.None), TimeSpan.FromSeconds(10))).Should().Be("twenty");
    }

    [Fact]
    public async Task Next_MoreAddedThanThereIsRoomFor_TellsOnceUntilHalfOfTheRoomWasFree()
    {
        var sut = NewSchedule();
        for (var i = 0; i < PollSchedule.Capacity; i++)
            sut.Add(Awaited("fits"), TimeSpan.Zero);
        await sut.NextAsync(CancellationToken.None);
        _toldFull.Should().Be(0, "everything was accepted");

        for (var i = 0; i < 10; i++)
        {
            sut.Add(Awaited("fits"), TimeSpan.Zero);
            sut.Add(Awaited("does not fit"), TimeSpan.Zero);
            await sut.NextAsync(CancellationToken.None);
        }

        _toldFull.Should().Be(1);

        for (var i = 0; i < PollSchedule.Capacity / 2; i++)
            (await sut.NextAsync(CancellationToken.None)).Sid.Should().Be("fits");
        for (var i = 0; i < PollSchedule.Capacity; i++)
            sut.Add(Awaited("comes later"), TimeSpan.Zero);
        await sut.NextAsync(CancellationToken.None);

        _toldFull.Should().Be(2);
    }

    [Fact]
    public async Task Next_NothingIsDueForLong_TellsAtOnceThatOneDidNotFit()
    {
        using var told = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        var sut = new PollSchedule(_clock, () => told.Release());
        for (var i = 0; i < PollSchedule.Capacity; i++)
            sut.Add(Awaited("fits"), TimeSpan.FromHours(1));
        var next = sut.NextAsync(stop.Token);
        await _clock.WaitForTimersAsync();

        sut.Add(Awaited("does not fit"), TimeSpan.FromSeconds(10));

        (await told.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue();
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => next).Should().ThrowAsync<OperationCanceledException>();
    }

    private PollSchedule NewSchedule() => new(_clock, () => _toldFull++);

    private static AwaitedStatus Awaited(string sid) => new("alert-1", sid, false, 0);

    private async Task<string> ComesAsync(Task<AwaitedStatus> next, TimeSpan after)
    {
        await _clock.WaitForTimersAsync();
        _clock.Advance(after);
        return (await next.WaitAsync(TimeSpan.FromSeconds(30))).Sid;
    }
}
