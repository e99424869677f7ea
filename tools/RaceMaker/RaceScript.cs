namespace RaceMaker;

/// <summary>The story: 25 laps, a yellow on lap 12, rain from the 39th minute, fourteen cars of two classes.</summary>
internal static class RaceScript
{
    public const int Laps = 25;

    /// <summary>A lap of the fastest car on fresh tires and a dry track, in seconds.</summary>
    public const double BaseLap = 104.2;

    public const int YellowFrom = 12;
    public const int YellowTo = 14;

    /// <summary>When the rain begins, in seconds since the start.</summary>
    public const double RainFrom = 2280;

    /// <summary>What a lap costs more on a wet track at most, as a share of the lap.</summary>
    public const double RainCost = 0.055;

    public static readonly DateTimeOffset Start = new(2026, 6, 14, 14, 0, 0, TimeSpan.FromHours(2));

    public static IReadOnlyList<CarPlan> Cars { get; } =
    [
        new("27", "Équipe Côte Bleue", "PRO", 0.10, 0.40, 0.062) { Stops = [22] },
        new("8", "Northfield Motors", "PRO", 0.05, 0.20, 0.085) { Stops = [13, 22] },
        new("44", "Rivermark Racing", "PRO", 0.12, 0.30, 0.070) { Stops = [10, 21] },
        new("61", "Grün & Söhne", "PRO", 0.28, 0.25, 0.060) { Stops = [13, 21] },
        new("19", "Atelier Nord", "PRO", 0.35, 0.35, 0.075) { Stops = [14, 22] },
        new("3", "Kestrel Bay", "PRO", 0.42, 0.40, 0.080) { Stops = [9, 20] },
        new("77", "Señal Verde", "PRO", 0.55, 0.30, 0.065) { RetiresAfter = 11 },
        new("12", "Lakeside Sport", "PRO", 0.60, 0.45, 0.070) { Stops = [12, 22] },
        new("101", "Harbour Line", "AM", 1.6, 0.50, 0.090) { Stops = [13, 21] },
        new("88", "Vältinge", "AM", 1.7, 0.60, 0.080) { Stops = [13, 22] },
        new("56", "Monte Claro", "AM", 1.9, 0.55, 0.085) { Stops = [11, 21] },
        new("9", "Blue Shed", "AM", 2.1, 0.70, 0.075) { Stops = [14, 22] },
        new("34", "Quarry Road", "AM", 2.3, 0.65, 0.095) { Stops = [13, 20] },
        new("70", "Pineda Sur", "AM", 2.6, 0.80, 0.080) { Stops = [12, 21] },
    ];
}
