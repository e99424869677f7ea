using System.Globalization;

namespace RaceReplay.Engine;

/// <summary>Writes figures the way a pit wall says them.</summary>
internal static class Say
{
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0}s");

    public static string Figure(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Laps(int laps) => laps == 1 ? "1 lap" : string.Create(CultureInfo.InvariantCulture, $"{laps} laps");

    public static string Cars(IReadOnlyList<string> cars) => cars.Count switch
    {
        1 => $"car {cars[0]}",
        2 => $"cars {cars[0]} and {cars[1]}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{cars.Count} cars"),
    };
}
