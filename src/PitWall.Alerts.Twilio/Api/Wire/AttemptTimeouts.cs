using System.Collections.Concurrent;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The time-outs of attempts. One that did not come about is used again, with what it has allocated.</summary>
internal sealed class AttemptTimeouts(TimeProvider clock)
{
    /// <summary>More than this are seldom under way at once; the rest is left to the garbage collector.</summary>
    private const int Capacity = 128;

    // Only the system's own timers can be set again.
    private readonly bool _isPooled = ReferenceEquals(clock, TimeProvider.System);
    private readonly ConcurrentQueue<CancellationTokenSource> _pool = new();

    /// <summary>A source that is cancelled after the time-out, for one attempt.</summary>
    public CancellationTokenSource Rent(TimeSpan timeout)
    {
        if (!_isPooled)
            return new CancellationTokenSource(timeout, clock);

        if (!_pool.TryDequeue(out var source))
            source = new CancellationTokenSource();

        source.CancelAfter(timeout);
        return source;
    }

    /// <summary>Takes back the source of an attempt that has its answer: nobody else may hold its token any more.</summary>
    public void Return(CancellationTokenSource source)
    {
        if (_isPooled && _pool.Count < Capacity && source.TryReset())
            _pool.Enqueue(source);
        else
            source.Dispose();
    }
}
