namespace RaceReplay.Export;

/// <summary>Something wrong in a file: where, what, and what to do about it. Lines and columns count from 1.</summary>
internal sealed record ExportProblem(string File, int Line, int Column, string? ColumnName, string Text)
{
    public override string ToString() => ColumnName is null
        ? $"{File}, line {Line}, column {Column}: {Text}"
        : $"{File}, line {Line}, column {Column} ({ColumnName}): {Text}";
}
