namespace PitWall.Alerts.Twilio.Testing.Clock;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>; its place in time is guarded by the provider's lock.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>By due time, then in the order in which they were set.</summary>
    public static IComparer<ManualTimer> ByDueTime { get; } = Comparer<ManualTimer>.Create(static (left, right) =>
        (left.DueTicks, left.Sequence).CompareTo((right.DueTicks, right.Sequence)));

    public long DueTicks { get; set; }

    public long Sequence { get; set; }

    public TimeSpan Period { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Require(dueTime, nameof(dueTime));
        Require(period, nameof(period));
        return clock.Schedule(this, dueTime, period);
    }

    public void Fire()
    {
        if (_context is null) callback(state);
        else ExecutionContext.Run(_context, static timer => ((ManualTimer)timer!).Invoke(), this);
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private void Invoke() => callback(state);

    private static void Require(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, value, "A timer's time is not negative, or Timeout.InfiniteTimeSpan.");
    }
}
