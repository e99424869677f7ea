using System.Threading.RateLimiting;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// A token bucket on a clock of our own: the framework's take none, and alerts may run on race time. Not thread-safe: the admission has
/// the lock.
/// </summary>
/// <param name="rate">How fast it fills and how far.</param>
/// <param name="clock">The alerts' clock.</param>
/// <param name="number">Its number among the buckets made.</param>
internal sealed class ClockedTokenBucket(RateOptions rate, TimeProvider clock, long number = 0) : RateLimiter
{
    private static readonly RateLimitLease Granted = new Lease(true);
    private static readonly RateLimitLease Refused = new Lease(false);

    private double _tokens = rate.Burst;
    private long _refilledAt = clock.GetTimestamp();
    private long _fullSince = clock.GetTimestamp();
    private long _granted;
    private long _refused;

    public RateOptions Rate => rate;

    public long Number => number;

    public override TimeSpan? IdleDuration
    {
        get
        {
            Refill();
            return _tokens >= rate.Burst ? clock.GetElapsedTime(_fullSince) : null;
        }
    }

    public override RateLimiterStatistics? GetStatistics()
    {
        Refill();
        return new RateLimiterStatistics
        {
            CurrentAvailablePermits = Math.Max(0, (long)_tokens),
            TotalSuccessfulLeases = _granted,
            TotalFailedLeases = _refused,
        };
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        Refill();
        if (_tokens < permitCount)
        {
            _refused++;
            return Refused;
        }

        _tokens -= permitCount;
        _granted++;
        return Granted;
    }

    // Nothing waits for a limit here: what exceeds it is refused at once.
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(permitCount));

    /// <summary>Takes a token on credit, for an alert that takes the place of one whose token is about to come back.</summary>
    public void Owe()
    {
        Refill();
        _tokens--;
        _granted++;
    }

    /// <summary>Gives a token back for an alert that was not sent.</summary>
    public void Return() => Add(1, clock.GetTimestamp());

    private void Refill()
    {
        var now = clock.GetTimestamp();
        var elapsed = clock.GetElapsedTime(_refilledAt, now);
        if (elapsed <= TimeSpan.Zero)
            return;

        Add(elapsed.TotalMinutes * rate.PerMinute, now);
        _refilledAt = now;
    }

    private void Add(double tokens, long now)
    {
        if (_tokens >= rate.Burst)
            return;

        _tokens = Math.Min(rate.Burst, _tokens + tokens);
        if (_tokens >= rate.Burst)
            _fullSince = now;
    }

    private sealed class Lease(bool isAcquired) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
