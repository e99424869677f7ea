namespace RaceMaker;

/// <summary>A lap as the timing sees it. Times in milliseconds, so that sums stay exact.</summary>
internal sealed record SimulatedLap(CarPlan Car, int Number, long Time, long Elapsed)
{
    public required long[] Sectors { get; init; }

    public string Flag { get; set; } = "GF";

    public bool IsInPit { get; init; }

    public long PitTime { get; init; }

    public double TopSpeed { get; init; }
}
