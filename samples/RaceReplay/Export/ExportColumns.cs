namespace RaceReplay.Export;

/// <summary>The named columns of an export, whatever their order.</summary>
internal sealed class ExportColumns
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _file;
    private readonly int _line;

    private ExportColumns(string file, int line, ExportCells header)
    {
        (_file, _line, Count) = (file, line, header.CountWithoutEmptyTail());
        for (var i = 0; i < Count; i++)
            _indexes.TryAdd(header[i].ToString(), i);
    }

    /// <summary>How many columns every line must have.</summary>
    public int Count { get; }

    /// <summary>Reads the header.</summary>
    /// <exception cref="DamagedFileException">Thrown when it is not a header of columns separated by semicolons.</exception>
    public static ExportColumns Parse(string file, ExportLine line, ExportCells cells)
    {
        if (!line.Text.Contains(ExportCells.Separator))
            throw Damaged(file, line.Number, WrongSeparator(line.Text, out var column), column);
        if (cells.Split(line.Text) is var unclosed and > 0)
            throw Damaged(file, line.Number, "the quote that opens this name is never closed.", unclosed);

        return new ExportColumns(file, line.Number, cells);
    }

    public int? Find(string name) => _indexes.TryGetValue(name, out var index) ? index : null;

    /// <exception cref="DamagedFileException">Thrown when there is no column with the name.</exception>
    public int Require(string name) => Find(name) ?? throw Damaged(
        _file,
        _line,
        $"there is no column {name} among the {Count} columns of the header ({Shown()}). Export the file again with it, or give the header its usual names.",
        Count + 1);

    private static string WrongSeparator(string header, out int column)
    {
        column = header.AsSpan().IndexOfAny(",\t|") + 1;
        if (column > 0)
        {
            var name = header[column - 1] switch { ',' => "commas", '\t' => "tabs", _ => "bars" };
            return $"the columns are separated by {name}; a timing or weather export separates them by semicolons. Export again with ';'.";
        }

        column = 1;
        return "this line should name the columns, separated by semicolons; is this a timing or weather export?";
    }

    private static DamagedFileException Damaged(string file, int line, string text, int column) => new(new ExportProblem(file, line, column, null, text));

    private string Shown()
    {
        const int Most = 12;
        var names = _indexes.Keys.Take(Most);
        return string.Join(", ", names) + (_indexes.Count > Most ? ", ..." : string.Empty);
    }
}
