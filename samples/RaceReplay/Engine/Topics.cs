namespace RaceReplay.Engine;

/// <summary>What an alert is about: a newer one may take the place of an older one that still waits.</summary>
internal static class Topics
{
    public const string Weather = "weather";

    public static string Of(RaceState race, string subject) => $"car-{race.Car}/{subject}";
}
