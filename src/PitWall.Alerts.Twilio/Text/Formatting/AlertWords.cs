namespace PitWall.Alerts.Twilio.Text;

/// <summary>The words every channel's text is put together from.</summary>
internal static class AlertWords
{
    public static string Marker(AlertLabels labels, in AlertContent alert) => alert.Kind == AlertKind.Critical
        ? labels.Critical
        : alert.Severity switch
        {
            AlertSeverity.High => labels.High,
            AlertSeverity.Low => labels.Low,
            _ => labels.Medium,
        };

    public static string Emoji(AlertLabels labels, in AlertContent alert) => (alert.Kind == AlertKind.Critical
        ? labels.CriticalEmoji
        : alert.Severity switch
        {
            AlertSeverity.High => labels.HighEmoji,
            AlertSeverity.Low => labels.LowEmoji,
            _ => labels.MediumEmoji,
        }) ?? string.Empty;

    /// <summary>The label of a type: the one that is set, or the words of its name, each with a capital.</summary>
    public static void WriteType(AlertLabels labels, string type, ref TextBuffer output)
    {
        if (labels.Types.Count > 0 && labels.Types.TryGetValue(type, out var label))
        {
            output.Append(label);
            return;
        }

        var start = output.Length;
        foreach (var range in type.AsSpan().Split('_'))
        {
            var word = type.AsSpan(range);
            if (word.IsEmpty)
                continue;

            if (output.Length > start)
                output.Append(' ');

            output.Append(word);
            output.CapitalizeAt(output.Length - word.Length);
        }
    }

    /// <summary>The label of a category or improvement area: the one that is set, or the words of its name.</summary>
    public static void WriteArea(AlertLabels labels, string area, bool capital, ref TextBuffer output)
    {
        if (labels.Areas.Count > 0 && labels.Areas.TryGetValue(area, out var label))
        {
            output.Append(label);
            return;
        }

        var start = output.Length;
        MessageText.Write(area, ref output, keepLines: false);
        output.ReplaceFrom(start, '_', ' ');
        if (capital)
            output.CapitalizeAt(start);
    }

    /// <summary>The head of a batch.</summary>
    public static void WriteBatchTitle(string ofOne, string ofMany, int count, ref TextBuffer output)
    {
        if (count == 1)
            output.Append(ofOne);
        else
            WritePhrase(ofMany, "{count}", count, ref output);
    }

    /// <summary>A phrase with a number where its placeholder stands.</summary>
    public static void WritePhrase(scoped ReadOnlySpan<char> phrase, scoped ReadOnlySpan<char> placeholder, int number, ref TextBuffer output)
    {
        var index = phrase.IndexOf(placeholder);
        if (index < 0)
        {
            output.Append(phrase);
            return;
        }

        output.Append(phrase[..index]);
        output.Append(number);
        output.Append(phrase[(index + placeholder.Length)..]);
    }

    public static void WriteTime(DateTimeOffset raisedAt, string format, ref TextBuffer output)
    {
        Span<char> time = stackalloc char[8];
        _ = raisedAt.UtcDateTime.TryFormat(time, out var written, format, System.Globalization.CultureInfo.InvariantCulture);
        output.Append(time[..written]);
    }
}
