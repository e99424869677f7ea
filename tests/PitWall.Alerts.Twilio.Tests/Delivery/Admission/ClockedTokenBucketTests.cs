using System.Threading.RateLimiting;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class ClockedTokenBucketTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void AttemptAcquire_BurstThenRate_FollowsTheClock()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 6, Burst = 2 }, _clock);

        Take(sut).Should().BeTrue();
        Take(sut).Should().BeTrue();
        Take(sut).Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Take(sut).Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Take(sut).Should().BeTrue();
        Take(sut).Should().BeFalse();
    }

    [Fact]
    public void AttemptAcquire_AfterALongRest_NeverExceedsTheBurst()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 60, Burst = 3 }, _clock);
        _clock.Advance(TimeSpan.FromDays(1));

        Enumerable.Range(0, 10).Count(_ => Take(sut)).Should().Be(3);
    }

    [Fact]
    public void Return_FullBucket_StaysFull()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 1, Burst = 1 }, _clock);
        sut.Return();

        Take(sut).Should().BeTrue();
        Take(sut).Should().BeFalse();
        sut.Return();
        Take(sut).Should().BeTrue();
    }

    [Fact]
    public void IdleDuration_FullSinceAWhile_TellsHowLong()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 60, Burst = 1 }, _clock);
        Take(sut);
        sut.IdleDuration.Should().BeNull();

        _clock.Advance(TimeSpan.FromSeconds(1));
        sut.IdleDuration.Should().Be(TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromSeconds(5));

        sut.IdleDuration.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task AcquireAsync_EmptyBucket_IsRefusedAtOnce()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 1, Burst = 1 }, _clock);
        Take(sut);

        using var lease = await sut.AcquireAsync();

        lease.IsAcquired.Should().BeFalse();
        sut.GetStatistics()!.TotalSuccessfulLeases.Should().Be(1);
        sut.GetStatistics()!.TotalFailedLeases.Should().Be(1);
    }

    [Fact]
    public void AttemptAcquire_MoreThanThereIs_TakesNothing()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 60, Burst = 3 }, _clock);

        sut.AttemptAcquire(4).IsAcquired.Should().BeFalse();

        sut.AttemptAcquire(3).IsAcquired.Should().BeTrue();
        sut.AttemptAcquire(0).IsAcquired.Should().BeTrue();
    }

    [Fact]
    public void Owe_EmptyBucket_IsPaidOffBeforeAnybodyIsServed()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 60, Burst = 1 }, _clock);
        Take(sut);
        sut.Owe();
        sut.GetStatistics()!.CurrentAvailablePermits.Should().Be(0);
        sut.GetStatistics()!.TotalSuccessfulLeases.Should().Be(2);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Take(sut).Should().BeFalse("that second paid the debt");
        _clock.Advance(TimeSpan.FromSeconds(1));

        Take(sut).Should().BeTrue();
    }

    [Fact]
    public void Owe_AfterARest_IsTakenFromWhatHasRefilled()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 60, Burst = 2 }, _clock);
        sut.AttemptAcquire(2);
        _clock.Advance(TimeSpan.FromMinutes(1));

        sut.Owe();

        sut.GetStatistics()!.CurrentAvailablePermits.Should().Be(1);
    }

    [Fact]
    public void IdleDuration_AlwaysFull_CountsFromTheBeginning()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 60, Burst = 1 }, _clock);

        _clock.Advance(TimeSpan.FromSeconds(7));

        sut.IdleDuration.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void IdleDuration_FilledByAReturn_CountsFromThere()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 1, Burst = 1 }, _clock);
        Take(sut);
        _clock.Advance(TimeSpan.FromSeconds(3));
        sut.Return();

        _clock.Advance(TimeSpan.FromSeconds(4));

        sut.IdleDuration.Should().Be(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Lease_AnyAnswer_CarriesNoMetadata()
    {
        using var sut = new ClockedTokenBucket(new RateOptions { PerMinute = 1, Burst = 1 }, _clock);
        using var lease = sut.AttemptAcquire();

        lease.MetadataNames.Should().BeEmpty();
        lease.TryGetMetadata("RETRY_AFTER", out var metadata).Should().BeFalse();
        metadata.Should().BeNull();
    }

    private static bool Take(RateLimiter limiter) => limiter.AttemptAcquire().IsAcquired;
}
