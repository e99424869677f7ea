using RaceReplay.Timing;

namespace RaceReplay.Engine;

/// <summary>Who crossed the line in which order, lap by lap, among the cars of one class.</summary>
internal sealed class LineOrder
{
    private readonly Dictionary<int, List<TimingLap>> _crossingsByLap = [];

    public void Add(TimingLap lap)
    {
        if (!_crossingsByLap.TryGetValue(lap.Number, out var crossings))
            _crossingsByLap.Add(lap.Number, crossings = []);
        crossings.Add(lap);
    }

    /// <summary>Those who have finished a lap, first to last.</summary>
    public IReadOnlyList<TimingLap> Of(int lapNumber) => _crossingsByLap.TryGetValue(lapNumber, out var crossings) ? crossings : [];

    /// <summary>The cars that crossed before a car on a lap.</summary>
    public IEnumerable<TimingLap> Before(string car, int lapNumber) => Of(lapNumber).TakeWhile(lap => lap.Car != car);
}
