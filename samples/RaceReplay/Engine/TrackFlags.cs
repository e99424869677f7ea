namespace RaceReplay.Engine;

/// <summary>Reads the codes that timing systems write in FLAG_AT_FL.</summary>
internal static class TrackFlags
{
    public static TrackFlag Parse(string code) => code.ToUpperInvariant() switch
    {
        "GF" or "G" or "GREEN" => TrackFlag.Green,
        "FCY" or "FY" or "VSC" => TrackFlag.FullCourseYellow,
        "SC" => TrackFlag.SafetyCar,
        "RF" or "R" or "RED" => TrackFlag.Red,
        "FF" or "CF" or "CHF" => TrackFlag.Chequered,
        _ => TrackFlag.Unknown,
    };

    /// <summary>Whether the field may not race: lap times and gaps then say nothing about pace.</summary>
    public static bool IsNeutralised(this TrackFlag flag) => flag is TrackFlag.FullCourseYellow or TrackFlag.SafetyCar or TrackFlag.Red;
}
