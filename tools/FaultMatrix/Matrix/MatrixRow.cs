namespace FaultMatrix.Matrix;

/// <summary>What a fault comes to, by what it hits and how often.</summary>
/// <param name="StrategyOnce">A strategy alert whose first attempt it hits.</param>
/// <param name="StrategyAlways">A strategy alert whose every attempt it hits.</param>
/// <param name="CriticalOnce">A critical alert whose first attempt it hits.</param>
/// <param name="CriticalAlways">A critical alert whose every attempt it hits.</param>
internal sealed record MatrixRow(MatrixCell StrategyOnce, MatrixCell StrategyAlways, MatrixCell CriticalOnce, MatrixCell CriticalAlways);
