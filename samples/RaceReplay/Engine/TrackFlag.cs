namespace RaceReplay.Engine;

/// <summary>What the flag means for the pit wall.</summary>
internal enum TrackFlag
{
    Unknown,
    Green,
    FullCourseYellow,
    SafetyCar,
    Red,
    Chequered,
}
