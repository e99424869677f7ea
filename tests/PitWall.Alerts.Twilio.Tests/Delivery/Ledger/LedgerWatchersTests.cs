using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class LedgerWatchersTests
{
    private readonly LedgerWatchers _sut = new();

    [Fact]
    public async Task WatchAsync_UntilItIsGivenUp_CountsAsAWatcher()
    {
        using var stop = new CancellationTokenSource();
        var stream = _sut.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = stream.MoveNextAsync();
        _sut.Count.Should().Be(1);

        await stop.CancelAsync();

        await FluentActions.Awaiting(async () => await next).Should().ThrowAsync<OperationCanceledException>();
        _sut.Count.Should().Be(0);
        await stream.DisposeAsync();
    }
}
