namespace RaceReplay.Output;

/// <summary>How far a replay is.</summary>
/// <param name="Laps">Laps of all cars so far.</param>
/// <param name="Elapsed">Race time.</param>
internal readonly record struct ReplayProgress(int Laps, TimeSpan Elapsed);
