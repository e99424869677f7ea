using System.Globalization;

namespace RaceReplay.Output;

/// <summary>Writes a summary as lines of text.</summary>
internal static class SummaryText
{
    public static IEnumerable<string> Lines(ReplaySummary summary, IReadOnlyList<string> phones)
    {
        yield return summary.IsStopped ? "The replay was stopped. So far:" : $"The race is over for car {summary.Car}.";
        yield return Line("Laps", Number(summary.Laps) + (summary.BadLines > 0 ? $", and {Number(summary.BadLines)} bad lines in the files" : string.Empty));
        yield return Line("Raised", $"{Number(summary.Raised)} ({Counts(summary.RaisedByType)})");
        yield return Line("Accepted", Number(summary.Accepted) + (summary.Delivered is { } delivered ? $", of which {Number(delivered)} are on their virtual phone" : string.Empty));
        yield return Line("Suppressed", Total(summary.Suppressed));
        yield return Line("Failed", Number(summary.Failed));
        yield return Line("Unknown", Number(summary.Unknown));
        foreach (var (cause, count) in summary.Causes)
            yield return Line(string.Empty, $"{Number(count)} x {cause}");
        yield return Line("Segments", Number(summary.Segments));
        yield return Line("Cost", string.Create(CultureInfo.InvariantCulture, $"{summary.EstimatedCost:0.0000} {summary.Currency} by list price, without carrier fees"));
        if (summary.DecisionToAcceptedMs is { P50: { } p50, P99: { } p99 })
            yield return Line("To accepted", string.Create(CultureInfo.InvariantCulture, $"p50 {p50:0.0} ms, p99 {p99:0.0} ms"));
        if (summary.Storm is { } storm)
            yield return Line("Storm", storm.ToString());
        foreach (var phone in phones)
            yield return phone;
    }

    private static string Line(string label, string text) => $"  {label,-12} {text}";

    private static string Total(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "0" : $"{Number(counts.Values.Sum())} ({Counts(counts)})";

    private static string Counts(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(pair => $"{pair.Key} {Number(pair.Value)}"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
