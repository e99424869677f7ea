namespace RaceReplay.Output;

/// <summary>Percentiles by nearest rank; <see langword="null"/> when there is nothing to measure.</summary>
internal sealed record Percentiles(double? P50, double? P99);
