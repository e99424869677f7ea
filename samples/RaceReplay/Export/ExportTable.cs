namespace RaceReplay.Export;

/// <summary>An export with a header, read line by line. Lines that are cut or too long are reported and left out.</summary>
internal sealed class ExportTable
{
    private readonly IEnumerator<ExportLine> _lines;

    private ExportTable(string file, IEnumerator<ExportLine> lines, ExportColumns columns, ExportCells cells)
    {
        (File, _lines, Columns, Cells) = (file, lines, columns, cells);
        Problems = new ExportProblems(file);
    }

    public string File { get; }

    public ExportColumns Columns { get; }

    /// <summary>The cells of the line that <see cref="Next"/> stopped at.</summary>
    public ExportCells Cells { get; }

    public int Line => _lines.Current.Number;

    public ExportProblems Problems { get; }

    /// <summary>Opens a table: reads its header.</summary>
    /// <exception cref="DamagedFileException">Thrown when the file is empty or its first line is no header.</exception>
    public static ExportTable Open(Stream stream, string file)
    {
        var lines = ExportLines.Read(stream, file).GetEnumerator();
        do
        {
            if (!lines.MoveNext())
                throw new DamagedFileException(new ExportProblem(file, 1, 1, null, "the file is empty."));
        }
        while (string.IsNullOrWhiteSpace(lines.Current.Text));

        var cells = new ExportCells();
        return new ExportTable(file, lines, ExportColumns.Parse(file, lines.Current, cells), cells);
    }

    /// <summary>Goes to the next whole line.</summary>
    public bool Next()
    {
        while (_lines.MoveNext())
        {
            if (!_lines.Current.Text.AsSpan().TrimEnd().IsEmpty && IsWhole(_lines.Current))
                return true;
        }

        return false;
    }

    /// <summary>Reports a cell of the current line.</summary>
    public void Report(int column, string name, string text) => Problems.Add(Line, column + 1, name, text);

    private bool IsWhole(ExportLine line)
    {
        if (Cells.Split(line.Text) is var unclosed and > 0)
        {
            Problems.Add(line.Number, unclosed, null, "the quote that opens here is never closed. The line is skipped; close or remove the quote.");
            return false;
        }

        if (Cells.Count < Columns.Count)
        {
            Problems.Add(
                line.Number, Cells.Count, null, $"the line is cut after {Cells.Count} of {Columns.Count} columns. The line is skipped; export the file again.");
            return false;
        }

        if (Cells.CountWithoutEmptyTail() <= Columns.Count)
            return true;

        Problems.Add(
            line.Number,
            Columns.Count + 1,
            null,
            $"the line has {Cells.CountWithoutEmptyTail()} columns and the header {Columns.Count}. The line is skipped; put names that hold a semicolon in quotes.");
        return false;
    }
}
