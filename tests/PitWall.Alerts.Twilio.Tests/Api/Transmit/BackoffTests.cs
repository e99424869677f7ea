using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class BackoffTests
{
    private static readonly TransmitOptions Options = new();

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(5, 3200)]
    [InlineData(6, 5000)]
    [InlineData(1000, 5000)]
    public void Delay_FullJitter_DoublesUpToItsBound(int attempt, int ceilingMilliseconds)
    {
        Backoff.Delay(attempt, null, 0.5, Options).Should().Be(TimeSpan.FromMilliseconds(ceilingMilliseconds / 2.0));
        Backoff.Delay(attempt, null, 0, Options).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Delay_AnyAttemptAndJitter_LiesBetweenZeroAndTheBound() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(PositiveInt Attempt, byte Jitter)>(),
            t => Backoff.Delay(t.Attempt.Get, null, t.Jitter / 256.0, Options) is { } delay
                && delay >= TimeSpan.Zero && delay < Options.BackoffMax).QuickCheckThrowOnFailure();

    [Fact]
    public void Delay_RetryAfter_IsTheLeastAndIsSpread()
    {
        var asked = TimeSpan.FromSeconds(3);

        Backoff.Delay(1, asked, 0, Options).Should().Be(asked);
        Backoff.Delay(1, asked, 0.5, Options).Should().Be(asked + TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Delay_RetryAfterBeyondWhatAnybodyWaits_IsNone()
    {
        Backoff.Delay(1, Options.MaxRetryAfter, 0, Options).Should().NotBeNull();
        Backoff.Delay(1, Options.MaxRetryAfter + TimeSpan.FromTicks(1), 0, Options).Should().BeNull();
    }
}
