namespace RaceReplay.Replay;

/// <summary>Puts laps and weather in the order in which they happened.</summary>
internal static class RaceEvents
{
    public static IEnumerable<RaceEvent> Of(Race race)
    {
        var next = 0;
        foreach (var lap in race.Timing.Laps)
        {
            for (; next < race.Weather.Count && race.Weather[next].Time - race.Start <= lap.Elapsed; next++)
                yield return new RaceEvent(Max(race.Weather[next].Time - race.Start, TimeSpan.Zero), null, race.Weather[next]);
            yield return new RaceEvent(lap.Elapsed, lap, null);
        }
    }

    // What was measured before the start is known at the start.
    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
