using RaceReplay.Export;

namespace RaceReplay.Weather;

/// <summary>What a weather export holds: its samples, oldest first, and what was wrong with the file.</summary>
internal sealed record RaceWeather(IReadOnlyList<WeatherSample> Samples, ExportProblems Problems);
