using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks.Status;

public sealed class SidGatesTests
{
    private readonly SidGates _sut = new();

    [Fact]
    public async Task EnterAsync_SameSid_WaitsForItsTurn()
    {
        var first = await _sut.EnterAsync("SM1", default);
        var second = _sut.EnterAsync("SM1", default);
        var third = _sut.EnterAsync("SM1", default);
        second.IsCompleted.Should().BeFalse();

        first.Dispose();

        (await second).Dispose();
        _sut.Count.Should().Be(1, "one still has to have its turn");
        (await third).Dispose();
        _sut.Count.Should().Be(0);
        _sut.EnterAsync("SM1", default).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task EnterAsync_OtherSid_DoesNotWait()
    {
        using var first = await _sut.EnterAsync("SM1", default);

        _sut.EnterAsync("SM2", default).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task EnterAsync_WaiterGivesUp_StandsInNobodysWay()
    {
        using var cancellation = new CancellationTokenSource();
        var first = await _sut.EnterAsync("SM1", default);
        var impatient = _sut.EnterAsync("SM1", cancellation.Token);
        var patient = _sut.EnterAsync("SM1", default);

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<OperationCanceledException>();
        patient.IsCompleted.Should().BeFalse("the first still holds the turn");
        first.Dispose();
        (await patient).Dispose();
        _sut.Count.Should().Be(0);
        _sut.EnterAsync("SM1", default).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task EnterAsync_GivenUpBeforeItBegan_LeavesTheGateOpen()
    {
        await FluentActions.Awaiting(() => _sut.EnterAsync("SM1", new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        _sut.Count.Should().Be(0);
        _sut.EnterAsync("SM1", default).IsCompletedSuccessfully.Should().BeTrue();
    }
}
