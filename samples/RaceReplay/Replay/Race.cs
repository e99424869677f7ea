using RaceReplay.Timing;
using RaceReplay.Weather;

namespace RaceReplay.Replay;

/// <summary>A race to replay.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Timing">The laps.</param>
/// <param name="Weather">The samples that can be placed on race time, oldest first.</param>
/// <param name="Start">When it began.</param>
/// <param name="BadLines">Lines of its files with something that could not be read.</param>
internal sealed record Race(string Name, RaceTiming Timing, IReadOnlyList<WeatherSample> Weather, DateTimeOffset Start, int BadLines)
{
    public IEnumerable<string> Cars => Timing.Laps.Select(lap => lap.Car).Distinct();
}
