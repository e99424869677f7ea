namespace RaceReplay.Clock;

/// <summary>A timer on race time.</summary>
internal sealed class RaceTimer(RaceClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>When it fires next, on race time; <see langword="null"/> when it does not. The clock guards it.</summary>
    internal TimeSpan? Due { get; set; }

    /// <summary>How often it fires again; <see langword="null"/> when once. The clock guards it.</summary>
    internal TimeSpan? Period { get; set; }

    /// <summary>Whether it will never fire again. The clock guards it.</summary>
    internal bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime, period);

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Fire()
    {
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, _ => callback(state), null);
    }
}
