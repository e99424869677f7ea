namespace RaceReplay.Timing;

/// <summary>A lap of a car: a line of a timing export.</summary>
internal sealed record TimingLap
{
    /// <summary>The number on the car, as text: 3, 03 and 003 are three cars.</summary>
    public required string Car { get; init; }

    public required int Number { get; init; }

    public required TimeSpan Time { get; init; }

    /// <summary>When the car crossed the line, since the start of the race.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The same moment on the clock of the track, a time of day.</summary>
    public TimeSpan? LocalTime { get; init; }

    /// <summary>The flag at that moment, as written; empty when the export does not say.</summary>
    public string Flag { get; init; } = string.Empty;

    /// <summary>Whether the car crossed the line in the pit lane.</summary>
    public bool IsInPit { get; init; }

    /// <summary>How long the car was in the pit lane, on the lap that it came out.</summary>
    public TimeSpan? PitTime { get; init; }

    public string Class { get; init; } = string.Empty;

    /// <summary>The times of the sectors; <see langword="null"/> where the export has none.</summary>
    public IReadOnlyList<TimeSpan?> Sectors { get; init; } = [];

    /// <summary>The speed at the trap, in km/h or mph as the export has it.</summary>
    public double? TopSpeed { get; init; }

    /// <summary>The line of the file.</summary>
    public int Line { get; init; }
}
