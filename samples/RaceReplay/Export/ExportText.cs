using System.Text;
using System.Text.Unicode;

namespace RaceReplay.Export;

/// <summary>Turns the bytes of a line into text: UTF-8, or Windows-1252 where they are not UTF-8.</summary>
internal static class ExportText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(ReadOnlySpan<byte> line) =>
        Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Windows1252.GetString(line);
}
