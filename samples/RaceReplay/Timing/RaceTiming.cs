using RaceReplay.Export;

namespace RaceReplay.Timing;

/// <summary>What a timing export holds: the laps of all cars in the order in which they ended, and what was wrong with the file.</summary>
internal sealed record RaceTiming(IReadOnlyList<TimingLap> Laps, ExportProblems Problems, IReadOnlyList<string> Notes)
{
    /// <summary>How long the export runs.</summary>
    public TimeSpan Duration => Laps[^1].Elapsed;

    /// <summary>The car that leads at the end: most laps, and of those the first to finish them.</summary>
    public string Leader() =>
        Laps.GroupBy(lap => lap.Car).Select(laps => laps.Last()).OrderByDescending(lap => lap.Number).ThenBy(lap => lap.Elapsed).First().Car;

    /// <summary>The time of day at the track when the race began; <see langword="null"/> when the export does not say.</summary>
    public TimeSpan? LocalStart()
    {
        if (Laps.FirstOrDefault(lap => lap.LocalTime is not null) is not { } lap)
            return null;

        var ticks = (lap.LocalTime!.Value - lap.Elapsed).Ticks % TimeSpan.TicksPerDay;
        return TimeSpan.FromTicks(ticks < 0 ? ticks + TimeSpan.TicksPerDay : ticks);
    }
}
