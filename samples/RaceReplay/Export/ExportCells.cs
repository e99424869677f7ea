namespace RaceReplay.Export;

/// <summary>The cells of the line at hand, without the spaces and quotes around them. One instance serves all lines of a file.</summary>
internal sealed class ExportCells
{
    public const char Separator = ';';

    private readonly List<string> _unquoted = [];
    private readonly List<(int Start, int Length, int Unquoted)> _cells = [];
    private string _line = string.Empty;

    public int Count => _cells.Count;

    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            var (start, length, unquoted) = _cells[column];
            return unquoted < 0 ? _line.AsSpan(start, length).Trim() : _unquoted[unquoted].AsSpan().Trim();
        }
    }

    /// <summary>Splits a line.</summary>
    /// <returns>The column, counted from 1, of a quote that is never closed; 0 when all is well.</returns>
    public int Split(string line)
    {
        _line = line;
        _cells.Clear();
        _unquoted.Clear();
        var position = 0;
        while (true)
        {
            var rest = line.AsSpan(position);
            var indent = rest.Length - rest.TrimStart(' ').Length;
            int length;
            if (rest.Length > indent && rest[indent] == '"')
            {
                if (!Unquote(rest[(indent + 1)..], out var text, out var quoted))
                    return _cells.Count + 1;
                length = indent + 1 + quoted;
                var tail = rest[length..].IndexOf(Separator);
                length = tail < 0 ? rest.Length : length + tail;
                _unquoted.Add(text);
                _cells.Add((position, length, _unquoted.Count - 1));
            }
            else
            {
                length = rest.IndexOf(Separator) is var found and >= 0 ? found : rest.Length;
                _cells.Add((position, length, -1));
            }

            position += length + 1;
            if (position > line.Length)
                return 0;
        }
    }

    /// <summary>Where the last cell that holds something ends, as a count of cells: separators at the end of a line mean nothing.</summary>
    public int CountWithoutEmptyTail()
    {
        var count = _cells.Count;
        while (count > 0 && this[count - 1].IsEmpty)
            count--;
        return count;
    }

    private static bool Unquote(ReadOnlySpan<char> afterQuote, out string text, out int consumed)
    {
        for (var i = 0; i < afterQuote.Length; i++)
        {
            if (afterQuote[i] != '"')
                continue;
            if (i + 1 < afterQuote.Length && afterQuote[i + 1] == '"')
            {
                i++;
                continue;
            }

            text = afterQuote[..i].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
            consumed = i + 1;
            return true;
        }

        (text, consumed) = (string.Empty, 0);
        return false;
    }
}
