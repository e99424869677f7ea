using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class CallbackSettlementsTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly CallbackSettlements _sut = new();

    [Fact]
    public async Task WaitAsync_Settled_EndsAtOnce()
    {
        using var expectation = _sut.Expect("a");
        var wait = expectation.WaitAsync(TimeSpan.FromHours(1), _clock, CancellationToken.None);

        _sut.Settle("a", "SM1");
        await wait;

        expectation.Sid.Should().Be("SM1");
    }

    [Fact]
    public async Task WaitAsync_NobodyTells_EndsWithTheTime()
    {
        using var expectation = _sut.Expect("a");
        var wait = expectation.WaitAsync(TimeSpan.FromSeconds(1), _clock, CancellationToken.None);

        _sut.Settle("b", "SM1");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await wait;

        expectation.Sid.Should().BeNull();
    }

    [Fact]
    public void Settle_Twice_TheFirstCounts()
    {
        using var expectation = _sut.Expect("a");

        _sut.Settle("a", "SM1");
        _sut.Settle("a", "SM2");

        expectation.Sid.Should().Be("SM1");
    }

    [Fact]
    public void Settle_NobodyExpectsIt_DoesNothing()
    {
        var expectation = _sut.Expect("a");
        expectation.Dispose();

        _sut.Settle("a", "SM1");

        expectation.Sid.Should().BeNull();
        _sut.Expect(null).CanBeTold.Should().BeFalse();
    }
}
