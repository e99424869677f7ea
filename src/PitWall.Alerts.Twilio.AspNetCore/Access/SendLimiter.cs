using System.Threading.RateLimiting;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Counts requests to send against the limit of a mapping.</summary>
internal sealed class SendLimiter
{
    private readonly TokenBucketRateLimiter? _limiter;

    public SendLimiter(PitWallTwilioEndpointOptions options)
    {
        if (options.SendsPerMinute == 0)
            return;

        // Needs no timer: the bucket is refilled by the time that has passed each time it is asked.
        _limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.SendBurst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / options.SendsPerMinute,
            QueueLimit = 0,
            AutoReplenishment = false,
        });
    }

    /// <param name="retryAfter">When to try again, where it is refused.</param>
    public bool TryTake(out TimeSpan retryAfter)
    {
        retryAfter = TimeSpan.Zero;
        if (_limiter is null)
            return true;

        _limiter.TryReplenish();
        using var lease = _limiter.AttemptAcquire();
        if (lease.IsAcquired)
            return true;

        retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
        return false;
    }
}
