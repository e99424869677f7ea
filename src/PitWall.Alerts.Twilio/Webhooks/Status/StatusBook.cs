namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// What was reported of the latest messages, or calls, by SID: whoever they belong to, and also before that is known. Thread-safe;
/// forgets the oldest.
/// </summary>
internal sealed class StatusBook<TStatus>(Func<TStatus, TStatus, ProgressVerdict> judge, Func<int> capacity)
    where TStatus : struct, Enum
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StatusTrail<TStatus>> _trails = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _trails.Count;
        }
    }

    /// <summary>Enters a report.</summary>
    /// <param name="sid">The SID.</param>
    /// <param name="status">What was reported.</param>
    /// <param name="errorCode">The error that came with it.</param>
    /// <param name="at">When we heard of it.</param>
    /// <param name="elsewhere">What the alert's record knows, in case the book has forgotten.</param>
    /// <param name="trail">All that is known now.</param>
    public ProgressVerdict Enter(
        string sid, TStatus status, TwilioErrorCode? errorCode, DateTimeOffset at, StatusTrail<TStatus>? elsewhere, out StatusTrail<TStatus> trail)
    {
        // Outside the lock: the options may be the host's code.
        var most = capacity();
        lock (_gate)
        {
            var known = _trails.TryGetValue(sid, out trail!);
            if (!known)
                trail = elsewhere ?? StatusTrail<TStatus>.Empty;

            var verdict = judge(trail.Latest, status);
            if (verdict == ProgressVerdict.Late && trail.Has(status))
                verdict = ProgressVerdict.Duplicate;
            else if (verdict == ProgressVerdict.Duplicate && errorCode is not null && trail.ErrorCode is null)
                verdict = ProgressVerdict.Supplement;

            if (verdict == ProgressVerdict.Advance)
                trail = trail.WithLatest(status, errorCode, at);
            else if (verdict == ProgressVerdict.Late)
                trail = trail.WithLate(status, at);
            else if (verdict == ProgressVerdict.Supplement)
                trail = trail with { ErrorCode = errorCode };
            else
                return verdict;

            _trails[sid] = trail;
            if (!known)
                Remember(sid, most);

            return verdict;
        }
    }

    /// <summary>What was reported; <see langword="null"/> for nothing.</summary>
    public StatusTrail<TStatus>? Find(string sid)
    {
        // Nearly always the answer to the create comes before the first report.
        lock (_gate)
            return _trails.Count > 0 ? _trails.GetValueOrDefault(sid) : null;
    }

    private void Remember(string sid, int most)
    {
        _order.Enqueue(sid);
        while (_order.Count > most)
            _trails.Remove(_order.Dequeue());
    }
}
