using RaceReplay.Timing;

namespace RaceReplay.Engine;

/// <summary>A lap of the car that the crew looks after, with what the race around it makes of it.</summary>
internal sealed record OwnLap(TimingLap Lap)
{
    public required TrackFlag Flag { get; init; }

    /// <summary>The place at the line among the cars of the class.</summary>
    public required int Position { get; init; }

    /// <summary>The car that crossed the line just before, on the same lap.</summary>
    public TimingLap? Ahead { get; init; }

    /// <summary>Whether the car left the pit lane on this lap.</summary>
    public bool IsOutLap { get; init; }

    /// <summary>Whether the lap shows the car's pace: green from start to end, not the first, no pit lane, no spin.</summary>
    public bool IsClean { get; init; }

    /// <summary>Laps since the last stop, this one included.</summary>
    public int StintLap { get; init; }

    public int Number => Lap.Number;

    public TimeSpan? GapAhead => Ahead is null ? null : Lap.Elapsed - Ahead.Elapsed;
}
