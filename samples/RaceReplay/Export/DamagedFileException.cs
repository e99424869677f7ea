namespace RaceReplay.Export;

/// <summary>Thrown when a file as a whole cannot be used.</summary>
internal sealed class DamagedFileException(ExportProblem problem) : Exception(problem.ToString())
{
    public ExportProblem Problem { get; } = problem;
}
