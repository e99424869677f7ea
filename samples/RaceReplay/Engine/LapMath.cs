namespace RaceReplay.Engine;

/// <summary>Means and spreads of times.</summary>
internal static class LapMath
{
    public static TimeSpan Mean(IEnumerable<TimeSpan> times) => TimeSpan.FromTicks((long)times.Average(time => time.Ticks));

    public static TimeSpan Deviation(IReadOnlyCollection<TimeSpan> times)
    {
        var mean = times.Average(time => (double)time.Ticks);
        return TimeSpan.FromTicks((long)Math.Sqrt(times.Average(time => (time.Ticks - mean) * (time.Ticks - mean))));
    }

    /// <summary>The fastest mean of a number of laps in a row.</summary>
    public static TimeSpan BestRun(IReadOnlyList<TimeSpan> times, int length) =>
        Enumerable.Range(0, times.Count - length + 1).Select(start => Mean(times.Skip(start).Take(length))).Min();
}
