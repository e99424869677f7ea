using System.Collections.Concurrent;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The time-outs of attempts. One that did not fire is reused, with what it has allocated.</summary>
internal sealed class AttemptTimeouts(TimeProvider clock)
{
    /// <summary>More than this are seldom under way at once; the rest is left to the garbage collector.</summary>
    private const int Capacity = 128;

    // One a thread, for the next attempt there: nearly always an answer is followed by the next request, and what was just used is in
    // the processor's caches.
    [ThreadStatic]
    private static CancellationTokenSource? _spare;

    // For threads that begin attempts and end none.
    private readonly ConcurrentQueue<CancellationTokenSource> _others = new();

    // Only the system's own timers can be set again.
    private readonly bool _isReused = ReferenceEquals(clock, TimeProvider.System);

    /// <summary>A source that is cancelled after the time-out, for one attempt.</summary>
    public CancellationTokenSource Rent(TimeSpan timeout)
    {
        if (!_isReused)
            return new CancellationTokenSource(timeout, clock);

        var source = _spare;
        _spare = null;
        if (source is null && !_others.TryDequeue(out source))
            source = new CancellationTokenSource();

        source.CancelAfter(timeout);
        return source;
    }

    /// <summary>Takes back the source of an attempt that has its answer. No other code may still hold its token.</summary>
    public void Return(CancellationTokenSource source)
    {
        if (!_isReused || !source.TryReset())
            source.Dispose();
        else if (_spare is null)
            _spare = source;
        else if (_others.Count < Capacity)
            _others.Enqueue(source);
        else
            source.Dispose();
    }
}
