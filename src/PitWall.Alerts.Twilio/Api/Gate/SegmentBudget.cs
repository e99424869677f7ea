namespace PitWall.Alerts.Twilio.Api;

/// <summary>Counts the segments spent by all callers against the hard cap.</summary>
internal sealed class SegmentBudget
{
    private long _spent;

    public long Spent => Volatile.Read(ref _spent);

    /// <summary>Takes segments, all of them or none.</summary>
    public bool TryTake(int segments, bool isCritical, GateOptions options)
    {
        if (options.SegmentBudget is not { } budget)
        {
            Interlocked.Add(ref _spent, segments);
            return true;
        }

        var limit = isCritical ? budget : budget - options.CriticalReserve;
        while (true)
        {
            var spent = Volatile.Read(ref _spent);
            if (spent + segments > limit)
                return false;

            if (Interlocked.CompareExchange(ref _spent, spent + segments, spent) == spent)
                return true;
        }
    }

    /// <summary>Gives back what was taken for something that certainly was not sent.</summary>
    public void Return(int segments) => Interlocked.Add(ref _spent, -segments);
}
