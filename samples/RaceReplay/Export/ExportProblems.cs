namespace RaceReplay.Export;

/// <summary>The bad lines of a file. All are counted, the first ones are kept, so that a file of bad lines does not fill the memory or the screen.</summary>
internal sealed class ExportProblems(string file)
{
    public const int MaxKept = 10;

    private readonly List<ExportProblem> _kept = [];

    public int Count { get; private set; }

    public IReadOnlyList<ExportProblem> Kept => _kept;

    public void Add(int line, int column, string? columnName, string text)
    {
        Count++;
        if (_kept.Count < MaxKept)
            _kept.Add(new ExportProblem(file, line, column, columnName, text));
    }
}
