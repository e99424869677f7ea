namespace RaceReplay.Export;

/// <summary>A line of an export and its number, counted from 1 as editors do.</summary>
internal readonly record struct ExportLine(int Number, string Text);
