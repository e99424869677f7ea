using System.Globalization;
using RaceReplay.Export;

namespace RaceReplay.Timing;

/// <summary>Makes a lap of the current line of a table, and reports what it cannot read.</summary>
internal sealed class TimingRow(ExportTable table, TimingColumns columns)
{
    private const int MaxNumberLength = 12;

    /// <summary>Reads the lap.</summary>
    /// <returns><see langword="false"/> when the line is skipped: without its car, number, time or moment a lap means nothing.</returns>
    public bool TryRead(out TimingLap lap)
    {
        lap = null!;
        var car = table.Cells[columns.Number];
        if (car.Length is 0 or > MaxNumberLength)
            return Skip(columns.Number, "NUMBER", "a car's number");
        if (!int.TryParse(table.Cells[columns.LapNumber], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Skip(columns.LapNumber, "LAP_NUMBER", "a whole number of laps");
        if (!RaceTimeText.TryParse(table.Cells[columns.LapTime], out var time) || time == TimeSpan.Zero)
            return Skip(columns.LapTime, "LAP_TIME", "a lap time such as 2:33.653 or 1:02:33.653");
        if (!RaceTimeText.TryParse(table.Cells[columns.Elapsed], out var elapsed))
            return Skip(columns.Elapsed, "ELAPSED", "a time since the start such as 45:57.575 or 1:02:33.653");

        lap = new TimingLap
        {
            Car = string.Intern(car.ToString()),
            Number = number,
            Time = time,
            Elapsed = elapsed,
            LocalTime = TimeIn(columns.Hour, "HOUR", "a time of day such as 15:58:26.323"),
            Flag = TextIn(columns.Flag),
            IsInPit = columns.InPit is { } inPit && table.Cells[inPit].Equals("B", StringComparison.OrdinalIgnoreCase),
            PitTime = TimeIn(columns.PitTime, "PIT_TIME", "a time in the pit lane such as 0:00:37.637") is { Ticks: > 0 } pitTime ? pitTime : null,
            Class = TextIn(columns.Class),
            TopSpeed = SpeedIn(columns.TopSpeed),
            Sectors = Sectors(),
            Line = table.Line,
        };
        return true;
    }

    private TimeSpan?[] Sectors()
    {
        var sectors = new TimeSpan?[columns.Sectors.Count];
        for (var i = 0; i < sectors.Length; i++)
            sectors[i] = TimeIn(columns.Sectors[i], TimingColumns.SectorNames[i], "a sector time such as 53.893") is { Ticks: > 0 } sector ? sector : null;
        return sectors;
    }

    private string TextIn(int? column) =>
        column is { } index && !table.Cells[index].IsEmpty ? string.Intern(table.Cells[index].ToString()) : string.Empty;

    private TimeSpan? TimeIn(int? column, string name, string expected)
    {
        if (column is not { } index || IsBlank(table.Cells[index]))
            return null;
        if (RaceTimeText.TryParse(table.Cells[index], out var time))
            return time;

        table.Report(index, name, $"\"{Shown(table.Cells[index])}\" is not {expected}. The lap is kept without it.");
        return null;
    }

    private double? SpeedIn(int? column) =>
        column is { } index && double.TryParse(table.Cells[index], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed > 0 ? speed : null;

    private bool Skip(int column, string name, string expected)
    {
        var found = table.Cells[column];
        table.Report(column, name, found.IsEmpty
            ? $"the cell is empty and should hold {expected}. The line is skipped; correct it or export the file again."
            : $"\"{Shown(found)}\" is not {expected}. The line is skipped; correct it or export the file again.");
        return false;
    }

    private static bool IsBlank(ReadOnlySpan<char> cell) => cell.Trim('-').IsEmpty;

    private static string Shown(ReadOnlySpan<char> cell)
    {
        const int Most = 40;
        return cell.Length <= Most ? cell.ToString() : string.Concat(cell[..Most], "...");
    }
}
