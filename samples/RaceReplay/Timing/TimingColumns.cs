using RaceReplay.Export;

namespace RaceReplay.Timing;

/// <summary>Where the columns are that the replay reads. Four are needed; the others add what they tell.</summary>
internal sealed class TimingColumns
{
    private TimingColumns(ExportColumns columns)
    {
        Number = columns.Require("NUMBER");
        LapNumber = columns.Require("LAP_NUMBER");
        LapTime = columns.Require("LAP_TIME");
        Elapsed = columns.Require("ELAPSED");
        Hour = columns.Find("HOUR");
        Flag = columns.Find("FLAG_AT_FL");
        InPit = columns.Find("CROSSING_FINISH_LINE_IN_PIT");
        PitTime = columns.Find("PIT_TIME");
        Class = columns.Find("CLASS");
        TopSpeed = columns.Find("TOP_SPEED");
        Sectors = [.. SectorNames.Select(columns.Find)];
    }

    public static IReadOnlyList<string> SectorNames { get; } = ["S1", "S2", "S3"];

    public int Number { get; }

    public int LapNumber { get; }

    public int LapTime { get; }

    public int Elapsed { get; }

    public int? Hour { get; }

    public int? Flag { get; }

    public int? InPit { get; }

    public int? PitTime { get; }

    public int? Class { get; }

    public int? TopSpeed { get; }

    public IReadOnlyList<int?> Sectors { get; }

    /// <exception cref="DamagedFileException">Thrown when a needed column is missing.</exception>
    public static TimingColumns Find(ExportColumns columns) => new(columns);

    /// <summary>What the replay will not know, in sentences for people.</summary>
    public IEnumerable<string> Missing()
    {
        if (Flag is null) yield return "there is no column FLAG_AT_FL: no flag will be called.";
        if (InPit is null && PitTime is null) yield return "there is no column CROSSING_FINISH_LINE_IN_PIT or PIT_TIME: no pit stop will be seen.";
        if (Sectors.All(column => column is null)) yield return "there are no columns S1, S2, S3: no sector will be coached.";
    }
}
