using RaceReplay.Export;

namespace RaceReplay.Timing;

/// <summary>
/// Reads the timing export used in GR Cup, IMSA and WEC ("AnalysisEnduranceWithSections"): columns by name in any order, one line a lap. Bad lines are reported
/// and left out, the others count.
/// </summary>
internal static class TimingReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="DamagedFileException">Thrown when not one lap can be read.</exception>
    public static RaceTiming Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        return Read(stream, Path.GetFileName(path));
    }

    public static RaceTiming Read(Stream stream, string file)
    {
        var table = ExportTable.Open(stream, file);
        var columns = TimingColumns.Find(table.Columns);
        var row = new TimingRow(table, columns);
        var laps = new List<TimingLap>();
        while (table.Next())
        {
            if (row.TryRead(out var lap))
                laps.Add(lap);
        }

        if (laps.Count == 0)
            throw NoLaps(table);

        laps.Sort(static (a, b) => a.Elapsed != b.Elapsed ? a.Elapsed.CompareTo(b.Elapsed) : a.Line.CompareTo(b.Line));
        var notes = columns.Missing().ToList();
        return new RaceTiming(CarEntries.Name(laps, table.Problems, notes), table.Problems, notes);
    }

    private static DamagedFileException NoLaps(ExportTable table)
    {
        if (table.Problems.Kept is not [var first, ..])
            return new DamagedFileException(new ExportProblem(table.File, 2, 1, null, "there is no lap below the header."));

        return new DamagedFileException(first with { Text = $"{first.Text} None of the {table.Problems.Count} lines holds a lap that can be read." });
    }
}
