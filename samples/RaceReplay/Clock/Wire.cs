namespace RaceReplay.Clock;

/// <summary>Knows how many HTTP requests are on their way. Real answers take real time, in which the race must not run away. Thread-safe.</summary>
internal sealed class Wire
{
    private int _requests;
    private long _changes;

    public bool IsBusy => Volatile.Read(ref _requests) > 0;

    /// <summary>Rises whenever a request leaves or ends.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public void Enter()
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Increment(ref _changes);
    }

    public void Leave()
    {
        Interlocked.Increment(ref _changes);
        Interlocked.Decrement(ref _requests);
    }
}
