using PitWall.Alerts.Twilio.Testing.Events;

namespace PitWall.Alerts.Twilio.Testing.Tests.Events;

public class SandboxEventsTests
{
    private readonly SandboxEvents _sut = new();

    [Fact]
    public async Task Follow_EventsArePublished_GetsThemInOrder()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var follower = _sut.FollowAsync(backlog: 10, stop.Token).GetAsyncEnumerator(stop.Token);
        var first = follower.MoveNextAsync();

        _sut.Publish(new Numbered(1));
        _sut.Publish(new Numbered(2));

        (await first).Should().BeTrue();
        follower.Current.Should().Be(new Numbered(1));
        await follower.MoveNextAsync();
        follower.Current.Should().Be(new Numbered(2));
    }

    [Fact]
    public async Task Follow_TooSlow_LosesTheOldest()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var follower = _sut.FollowAsync(backlog: 2, stop.Token).GetAsyncEnumerator(stop.Token);
        var first = follower.MoveNextAsync();
        _sut.Publish(new Numbered(0));
        await first;

        for (var i = 1; i <= 5; i++) _sut.Publish(new Numbered(i));

        await follower.MoveNextAsync();
        follower.Current.Should().Be(new Numbered(4));
    }

    [Fact]
    public async Task WaitFor_StateComesLater_IsFound()
    {
        string? state = null;
        var waiting = _sut.WaitForAsync(() => state, TimeSpan.FromSeconds(10), CancellationToken.None);

        _sut.Publish(new Numbered(1));
        state = "there";
        _sut.Wake();

        (await waiting).Should().Be("there");
    }

    [Fact]
    public async Task WaitFor_Canceled_EndsWithCancellation()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _sut.WaitForAsync<string>(static () => null, TimeSpan.FromSeconds(10), stop.Token);

        await stop.CancelAsync();

        await ((Func<Task>)(() => waiting)).Should().ThrowAsync<OperationCanceledException>();
    }

    private sealed record Numbered(int Number) : SandboxEvent;
}
