using System.Globalization;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Writes a summary in one line, for a log and for a person at a console.</summary>
internal static class SummaryLine
{
    public static string Of(AlertSummary summary)
    {
        var outcomes = string.Join(", ", Counts(summary.ByOutcome).Select(count =>
            count.Key == AlertOutcome.Suppressed && summary.ByReason.Count > 0 ? $"{Text(count)} ({Join(summary.ByReason)})" : Text(count)));
        List<string> parts =
        [
            outcomes.Length == 0 ? $"{Number(summary.Raised)} raised" : $"{Number(summary.Raised)} raised: {outcomes}",
            string.Join(", ", Counts(summary.ByMessageStatus).Select(Status)) is { Length: > 0 } statuses ? "messages " + statuses : "",
            $"{Number(summary.Segments)} {(summary.Segments == 1 ? "segment" : "segments")}{Price(", estimated", summary.EstimatedPrice)}{Price(", actual", summary.ActualPrice)}",
        ];
        return string.Join("; ", parts.Where(static part => part.Length > 0));
    }

    private static string Join<TKey>(IReadOnlyDictionary<TKey, long> counts)
        where TKey : struct, Enum => string.Join(", ", Counts(counts).Select(Text));

    private static IEnumerable<KeyValuePair<TKey, long>> Counts<TKey>(IReadOnlyDictionary<TKey, long> counts)
        where TKey : struct, Enum => counts.Where(static count => count.Value != 0).OrderBy(static count => count.Key);

    private static string Text<TKey>(KeyValuePair<TKey, long> count)
        where TKey : struct, Enum => $"{count.Key} {Number(count.Value)}";

    // An outcome is called Unknown too, and means something else.
    private static string Status(KeyValuePair<MessageStatus, long> count) =>
        count.Key == MessageStatus.Unknown ? $"not reported {Number(count.Value)}" : Text(count);

    private static string Price(string what, decimal? price) => price is { } amount ? $"{what} {amount.ToString(CultureInfo.InvariantCulture)}" : "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
