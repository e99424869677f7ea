using RaceReplay.Export;

namespace RaceReplay.Timing;

/// <summary>
/// Tells cars apart that carry the same number, which anonymised and invitational fields have: a lap belongs to the entry whose last lap ended where this one
/// began. The first entry keeps the number, the others are called <c>3#2</c>, <c>3#3</c>. A lap that a file holds twice is reported and left out.
/// </summary>
internal sealed class CarEntries
{
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(5);

    private readonly List<CarEntry> _entries = [];

    private CarEntries()
    {
    }

    /// <summary>Names the laps of a race by entry.</summary>
    /// <param name="laps">All laps in the order in which they ended.</param>
    /// <param name="problems">Takes repeated lines.</param>
    /// <param name="notes">Takes a sentence for each number that several cars share.</param>
    public static List<TimingLap> Name(List<TimingLap> laps, ExportProblems problems, List<string> notes)
    {
        var shared = laps.GroupBy(lap => (lap.Car, lap.Number)).Where(same => same.Skip(1).Any()).Select(same => same.Key.Car).ToHashSet(StringComparer.Ordinal);
        if (shared.Count == 0)
            return laps;

        var entriesByNumber = shared.ToDictionary(number => number, _ => new CarEntries(), StringComparer.Ordinal);
        var named = new List<TimingLap>(laps.Count);
        foreach (var lap in laps)
        {
            if (!entriesByNumber.TryGetValue(lap.Car, out var entries))
                named.Add(lap);
            else if (entries.Find(lap, out var repeatedLine) is { } entry)
                named.Add(entry.Add(lap));
            else
                problems.Add(lap.Line, 1, null, $"lap {lap.Number} of car {lap.Car} is already on line {repeatedLine}. The line is skipped.");
        }

        foreach (var (number, entries) in entriesByNumber.Where(pair => pair.Value._entries.Count > 1))
            notes.Add($"{entries._entries.Count} cars carry the number {number}: they are called {string.Join(", ", entries._entries.Select(entry => entry.Name))}.");
        return named;
    }

    private CarEntry? Find(TimingLap lap, out int? repeatedLine)
    {
        repeatedLine = _entries.Select(entry => entry.LineOf(lap)).FirstOrDefault(line => line is not null);
        if (repeatedLine is not null)
            return null;

        var start = lap.Elapsed - lap.Time;
        var open = _entries.Where(entry => lap.Number > entry.LastNumber).ToList();
        var found = open.Find(entry => (entry.Elapsed - start).Duration() <= Rounding)
            ?? open.Find(entry => entry.Elapsed <= start + Rounding)
            ?? open.FirstOrDefault();
        if (found is null)
            _entries.Add(found = new CarEntry(_entries.Count == 0 ? lap.Car : $"{lap.Car}#{_entries.Count + 1}"));
        return found;
    }
}
