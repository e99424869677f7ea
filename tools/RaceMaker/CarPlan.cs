namespace RaceMaker;

/// <summary>A car and what happens to it.</summary>
/// <param name="Number">The number on the car.</param>
/// <param name="Team">A made-up team.</param>
/// <param name="Class">The class.</param>
/// <param name="Pace">Seconds a lap slower than the track allows.</param>
/// <param name="Spread">How far a lap strays from the pace, in seconds.</param>
/// <param name="Wear">Seconds a lap that each lap on the same tires costs.</param>
internal sealed record CarPlan(string Number, string Team, string Class, double Pace, double Spread, double Wear)
{
    /// <summary>The laps that end in the pit lane.</summary>
    public IReadOnlyList<int> Stops { get; init; } = [];

    /// <summary>The last lap of a car that retires.</summary>
    public int RetiresAfter { get; init; } = int.MaxValue;
}
