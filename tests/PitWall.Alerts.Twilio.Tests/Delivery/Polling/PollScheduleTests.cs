using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class PollScheduleTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Next_AddedWhileWaiting_ComesInTheOrderOfItsTime()
    {
        var sut = new PollSchedule(_clock);
        sut.Add(Awaited("ten"), TimeSpan.FromSeconds(10));
        var first = sut.NextAsync(CancellationToken.None);

        sut.Add(Awaited("twenty"), TimeSpan.FromSeconds(20));
        sut.Add(Awaited("five"), TimeSpan.FromSeconds(5));

        (await ComesAsync(first, TimeSpan.FromSeconds(5))).Should().Be("five");
        (await ComesAsync(sut.NextAsync(CancellationToken.None), TimeSpan.FromSeconds(5))).Should().Be("ten");
        (await ComesAsync(sut.NextAsync(CancellationToken.None), TimeSpan.FromSeconds(10))).Should().Be("twenty");
    }

    private static AwaitedStatus Awaited(string sid) => new("alert-1", sid, false, 0);

    private async Task<string> ComesAsync(Task<AwaitedStatus> next, TimeSpan after)
    {
        await _clock.WaitForTimersAsync();
        _clock.Advance(after);
        return (await next.WaitAsync(TimeSpan.FromSeconds(30))).Sid;
    }
}
