namespace PitWall.Alerts.Twilio.Api;

/// <summary>How long to wait before the next attempt.</summary>
internal static class Backoff
{
    /// <summary>
    /// Exponential back-off with full jitter, on top of what Twilio asked for: those it asked to come back at one time must not all
    /// come at that time. <see langword="null"/>: it asked for longer than anybody waits.
    /// </summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="retryAfter">What Twilio asked for.</param>
    /// <param name="jitter">Drawn evenly from 0 up to and without 1.</param>
    /// <param name="options">The bounds.</param>
    public static TimeSpan? Delay(int attempt, TimeSpan? retryAfter, double jitter, TransmitOptions options)
    {
        if (retryAfter > options.MaxRetryAfter)
            return null;

        // 2^30 times the smallest base is beyond every bound, and shifting further would overflow.
        var doublings = Math.Min(attempt - 1, 30);
        var ceiling = Math.Min(options.BackoffBase.Ticks * (double)(1L << doublings), options.BackoffMax.Ticks);
        return retryAfter.GetValueOrDefault() + TimeSpan.FromTicks((long)(ceiling * jitter));
    }
}
