using System.Globalization;
using System.Text;
using FaultMatrix.Matrix;
using FaultMatrix.Soak;

namespace FaultMatrix;

/// <summary>The tables of docs/delivery.md.</summary>
internal static class Report
{
    public const string MatrixHead =
        "| Fault | Strategy alert, first attempt hit | every attempt hit | Critical alert, first attempt hit | every attempt hit |\n|---|---|---|---|---|\n";

    private const string SoakHead =
        "| Fault | Accepted | Failed | Held back | Unknown, on the phone | Unknown, not on the phone | Lost unreported | Denied but sent "
        + "| Duplicates after the list showed the first | Duplicates the list had not shown |\n|---|---|---|---|---|---|---|---|---|---|\n";

    private const string Begin = "<!-- tables: written by tools/FaultMatrix -->\n";
    private const string End = "<!-- end of tables -->";

    public static string RowOf(FaultKind fault, MatrixRow row) =>
        $"| {fault.Name} | {row.StrategyOnce} | {row.StrategyAlways} | {row.CriticalOnce} | {row.CriticalAlways} |\n";

    public static string SoakIntroduction(int alerts, int seed) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n{alerts} alerts a fault, one in five critical, three in ten requests hit, seed {seed}:\n\n{SoakHead}");

    public static string RowOf(SoakReport r) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {r.Fault} | {r.Accepted} | {r.Failed} | {r.HeldBack} | {r.UnknownAndSent} | {r.UnknownAndNotSent} | {r.Lost} | {r.Denied} | {r.InexcusableDuplicates} | {r.UnseenDuplicates} |\n");

    /// <summary>Puts the tables into a page, where it has room for them.</summary>
    /// <exception cref="InvalidOperationException">Thrown when the page has none.</exception>
    public static void Keep(string page, StringBuilder tables)
    {
        var text = File.ReadAllText(page).ReplaceLineEndings("\n");
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{page} has no room for the tables.");

        File.WriteAllText(page, $"{text[..(begin + Begin.Length)]}{tables}{text[end..]}");
    }
}
