namespace RaceReplay.Weather;

/// <summary>Finds when a race began in UTC. The timing knows the time of day at the track, the weather knows UTC: the offset between them has to be told or found.</summary>
internal static class RaceStart
{
    private const int MinOffsetMinutes = -12 * 60;
    private const int MaxOffsetMinutes = 14 * 60;

    // Another start explains the weather as well when it covers nearly as much of it.
    private const double Ambiguous = 0.98;

    // Below it the weather belongs to another race.
    private const double LeastCovered = 0.5;

    /// <summary>The start that lets race and weather overlap most.</summary>
    /// <param name="localStart">The time of day at the track.</param>
    /// <param name="duration">How long the race ran.</param>
    /// <param name="weather">The samples, oldest first.</param>
    /// <param name="offset">The track's offset from UTC, when it is known.</param>
    /// <returns><see langword="null"/> when no start fits, or when several fit as well and <paramref name="offset"/> does not decide.</returns>
    public static DateTimeOffset? Find(TimeSpan localStart, TimeSpan duration, IReadOnlyList<WeatherSample> weather, TimeSpan? offset)
    {
        if (offset is { } known)
            return Find(localStart, duration, weather, [known]);

        // Nearly all tracks keep whole hours: where quarters leave several starts, hours may leave one.
        return Find(localStart, duration, weather, Offsets(stepMinutes: 15)) ?? Find(localStart, duration, weather, Offsets(stepMinutes: 60));
    }

    private static DateTimeOffset? Find(TimeSpan localStart, TimeSpan duration, IReadOnlyList<WeatherSample> weather, IEnumerable<TimeSpan> offsets)
    {
        var (first, last) = (weather[0].Time, weather[^1].Time);
        var day = new DateTimeOffset(first.UtcDateTime.Date, TimeSpan.Zero);
        var starts = offsets
            .SelectMany(offset => Enumerable.Range(-1, 3).Select(days => day.AddDays(days) + localStart - offset))
            .Distinct()
            .Select(start => (Start: start, Overlap: Overlap(start, start + duration, first, last)))
            .OrderByDescending(candidate => candidate.Overlap)
            .ToList();

        var (best, overlap) = starts[0];
        var shorter = Math.Min(duration.TotalSeconds, (last - first).TotalSeconds);
        var fits = overlap >= TimeSpan.Zero && overlap.TotalSeconds >= LeastCovered * shorter;
        return fits && starts[1].Overlap < overlap * Ambiguous ? best : null;
    }

    private static IEnumerable<TimeSpan> Offsets(int stepMinutes)
    {
        for (var minutes = MinOffsetMinutes; minutes <= MaxOffsetMinutes; minutes += stepMinutes)
            yield return TimeSpan.FromMinutes(minutes);
    }

    private static TimeSpan Overlap(DateTimeOffset start, DateTimeOffset end, DateTimeOffset first, DateTimeOffset last) =>
        (end < last ? end : last) - (start > first ? start : first);
}
