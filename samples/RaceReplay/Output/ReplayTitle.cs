namespace RaceReplay.Output;

/// <summary>What is replayed, for whom, and how alerts travel.</summary>
internal sealed record ReplayTitle(string Race, int Laps, int Cars, string Car, string Route);
