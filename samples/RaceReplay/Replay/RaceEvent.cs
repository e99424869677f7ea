using RaceReplay.Timing;
using RaceReplay.Weather;

namespace RaceReplay.Replay;

/// <summary>Something that happens in a race: a lap ends or the weather is measured.</summary>
internal readonly record struct RaceEvent(TimeSpan Elapsed, TimingLap? Lap, WeatherSample? Sample);
