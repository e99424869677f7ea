using PitWall.Alerts.Twilio.Testing.Events;

namespace PitWall.Alerts.Twilio.Testing.Tests.Events;

public class SandboxEventsTests
{
    private readonly SandboxEvents _sut = new();

    [Fact]
    public void Follow_EventsArePublished_IsToldOfThemInOrder()
    {
        var told = new List<SandboxEvent>();
        using var following = _sut.Follow(told.Add);

        _sut.Publish(new Numbered(1));
        _sut.Publish(new Numbered(2));

        told.Should().Equal(new Numbered(1), new Numbered(2));
    }

    [Fact]
    public void Follow_Disposed_IsToldNoMore()
    {
        var told = new List<SandboxEvent>();
        var following = _sut.Follow(told.Add);
        _sut.Publish(new Numbered(1));

        following.Dispose();
        _sut.Publish(new Numbered(2));

        told.Should().Equal(new Numbered(1));
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
