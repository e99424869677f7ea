namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>
/// Reads the severity from a text, by the markers that the library writes: the emoji, or the word. It looks at the text alone, so that alerts of any program
/// that marks them so are coloured, and those in other words are not.
/// </summary>
internal static class Severities
{
    public const string Critical = "critical";

    private static readonly (string Name, string Emoji, string Word)[] Markers =
        [(Critical, "🚨", "CRITICAL"), ("high", "🔴", "HIGH"), ("medium", "🟡", "MED"), ("low", "🟢", "LOW")];

    /// <summary>The most severe marker that begins a line; null for none.</summary>
    public static string? Of(string text)
    {
        foreach (var (name, emoji, word) in Markers)
        {
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                // A trial account's prefix, an item's number in a batch, and bold stars stand before the marker.
                var start = line.StartsWith("Sent from your Twilio trial account - ", StringComparison.Ordinal) ? line[38..] : line;
                start = start.TrimStart("0123456789.*_ ");
                if (start.StartsWith(emoji, StringComparison.Ordinal) || StartsWithWord(start, word)) return name;
            }
        }

        return null;
    }

    private static bool StartsWithWord(ReadOnlySpan<char> line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || !char.IsAsciiLetterOrDigit(line[word.Length]));
}
