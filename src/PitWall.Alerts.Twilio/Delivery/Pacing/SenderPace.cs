namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>When a sender is free again. In timestamps of a clock, never in times of day. Not thread-safe: its queue has the lock.</summary>
internal sealed class SenderPace(TimeProvider clock)
{
    /// <summary>How much lateness of timers is made up for, so that a fast sender keeps its rate on a slow timer.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(100);

    private PitWallTwilioOptions? _options;
    private long _freeAt = clock.GetTimestamp();
    private long _freeBefore;
    private long _takenFrom;
    private AlertJob? _takenBy;
    private bool _isAwaited;

    /// <summary>Takes over other options: a rate that was corrected holds nobody to the one before.</summary>
    public void Follow(PitWallTwilioOptions options)
    {
        if (ReferenceEquals(_options, options))
            return;

        _options = options;
        if (_takenBy is { } job)
            _freeAt = _takenFrom + clock.ToTimestampTicks(SenderRates.Cost(job.Channel, job.Text.Segments, job.Recipient, options));
    }

    /// <summary>How long until the next alert may leave; zero when it may now.</summary>
    public TimeSpan Wait(long now)
    {
        if (_freeAt <= now)
            return TimeSpan.Zero;

        _isAwaited = true;
        return clock.GetElapsedTime(now, _freeAt);
    }

    /// <summary>Takes the sender for an alert that leaves now.</summary>
    public void Take(AlertJob job, long now, TimeSpan cost)
    {
        (_takenBy, _freeBefore) = (job, _freeAt);
        _takenFrom = _isAwaited ? Math.Max(_freeAt, now - clock.ToTimestampTicks(Lateness)) : now;
        _freeAt = _takenFrom + clock.ToTimestampTicks(cost);
        _isAwaited = false;
    }

    /// <summary>Takes the sender where it is free.</summary>
    public bool TryTake(AlertJob job, long now, TimeSpan cost)
    {
        if (Wait(now) > TimeSpan.Zero)
            return false;

        Take(job, now, cost);
        return true;
    }

    /// <summary>Gives back the time of an alert that did not leave after all, unless another one has left since.</summary>
    public void GiveBack(AlertJob job)
    {
        if (ReferenceEquals(_takenBy, job))
            (_takenBy, _freeAt) = (null, _freeBefore);
    }
}
