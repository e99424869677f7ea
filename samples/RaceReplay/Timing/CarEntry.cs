namespace RaceReplay.Timing;

/// <summary>One of the cars that carry a number.</summary>
internal sealed class CarEntry(string name)
{
    private readonly Dictionary<int, TimingLap> _laps = [];

    public string Name => name;

    public int LastNumber { get; private set; } = -1;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>The line that holds the very same lap.</summary>
    public int? LineOf(TimingLap lap) =>
        _laps.TryGetValue(lap.Number, out var known) && known.Elapsed == lap.Elapsed && known.Time == lap.Time ? known.Line : null;

    public TimingLap Add(TimingLap lap)
    {
        _laps.Add(lap.Number, lap);
        (LastNumber, Elapsed) = (lap.Number, lap.Elapsed);
        return lap.Car == name ? lap : lap with { Car = name };
    }
}
