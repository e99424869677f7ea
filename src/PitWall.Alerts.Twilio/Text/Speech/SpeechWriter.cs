namespace PitWall.Alerts.Twilio.Text;

/// <summary>The words of one alert for a call: who speaks, how urgent it is, what about, the message, when.</summary>
internal static class SpeechWriter
{
    public static FormattedAlert Write(in AlertContent alert, AlertTextOptions options, AlertFormatContext context)
    {
        var message = SpokenMessage(alert.Message, options.Speech);
        var output = new TextBuffer(stackalloc char[512]);
        try
        {
            for (var layout = options.Layout; layout <= AlertLayout.Short; layout++)
            {
                output.Clear();
                WriteHead(alert, options, layout, ref output);
                output.Append(message);
                WriteTail(alert, options, context, layout, ref output);
                if (TextBudget.Speech.Admits(output.Written))
                    return new FormattedAlert { Text = output.ToString(), Layout = layout };
            }
        }
        finally
        {
            output.Dispose();
        }

        return WriteCut(alert, message, options, context);
    }

    /// <summary>A caller's message as it is said, its last sentence ended.</summary>
    public static string SpokenMessage(string message, AlertSpeechOptions speech)
    {
        var buffer = new TextBuffer(stackalloc char[512]);
        MessageText.Write(message, ref buffer, keepLines: true);
        var words = buffer.ToString();
        buffer.Clear();
        SpeechNormalizer.Write(words, speech, ref buffer);
        EndSentence(ref buffer);
        var spoken = buffer.ToString();
        buffer.Dispose();
        return spoken;
    }

    public static void WriteSubject(in AlertContent alert, AlertTextOptions options, ref TextBuffer output)
    {
        WriteSentence(Severity(options.Speech, alert), ref output);
        AlertWords.WriteType(options.Labels, alert.Type, ref output);
        EndSentence(ref output);
        output.Append(' ');
    }

    public static void WriteTime(AlertSpeechOptions speech, AlertLayout layout, DateTimeOffset raisedAt, ref TextBuffer output)
    {
        var phrase = (layout == AlertLayout.Full ? speech.RaisedAt : speech.Time).AsSpan();
        if (phrase.IsEmpty)
            return;

        const string Placeholder = "{time}";
        var index = phrase.IndexOf(Placeholder);
        output.Append(' ');
        output.Append(index < 0 ? phrase : phrase[..index]);
        if (index >= 0)
        {
            AlertWords.WriteTime(raisedAt, "HH:mm", ref output);
            output.Append(phrase[(index + Placeholder.Length)..]);
        }

        EndSentence(ref output);
    }

    public static void WriteSentence(string words, ref TextBuffer output)
    {
        output.Append(words);
        EndSentence(ref output);
        output.Append(' ');
    }

    public static void EndSentence(ref TextBuffer output)
    {
        output.TrimEnd();
        if (output.Last is ',' or ';' or ':')
            output.ReplaceLast('.');
        else if (output.Last is not ('.' or '!' or '?'))
            output.Append('.');
    }

    private static void WriteHead(in AlertContent alert, AlertTextOptions options, AlertLayout layout, ref TextBuffer output)
    {
        output.Append(options.ProductName);
        if (layout == AlertLayout.Full || alert.Kind == AlertKind.Critical)
        {
            output.Append(' ');
            output.Append(alert.Kind switch
            {
                AlertKind.Critical => options.Speech.CriticalAlert,
                AlertKind.Coaching => options.Speech.CoachingAlert,
                _ => options.Speech.StrategyAlert,
            });
        }

        EndSentence(ref output);
        output.Append(' ');
        if (alert.Kind != AlertKind.Critical)
            WriteSubject(alert, options, ref output);
    }

    private static void WriteTail(in AlertContent alert, AlertTextOptions options, AlertFormatContext context, AlertLayout layout, ref TextBuffer output)
    {
        WriteArea(options.Labels, layout == AlertLayout.Full ? options.Labels.Category : null, alert.Category, ref output);
        WriteArea(options.Labels, layout == AlertLayout.Full ? options.Labels.Focus : null, alert.Focus, ref output);
        WriteTime(options.Speech, layout, context.RaisedAt, ref output);
    }

    private static void WriteArea(AlertLabels labels, string? label, string? area, ref TextBuffer output)
    {
        if (area is null)
            return;

        output.Append(' ');
        if (label is not null)
        {
            output.Append(label);
            output.Append(": ");
        }

        AlertWords.WriteArea(labels, area, capital: label is null, ref output);
        EndSentence(ref output);
    }

    private static FormattedAlert WriteCut(in AlertContent alert, string message, AlertTextOptions options, AlertFormatContext context)
    {
        var head = new TextBuffer(stackalloc char[128]);
        var tail = new TextBuffer(stackalloc char[128]);
        WriteHead(alert, options, AlertLayout.Short, ref head);
        WriteTail(alert, options, context, AlertLayout.Short, ref tail);
        var result = TextChoice.Cut(head.Written, message, tail.Written, TextBudget.Speech);
        head.Dispose();
        tail.Dispose();
        return result;
    }

    private static string Severity(AlertSpeechOptions speech, in AlertContent alert) => (alert.Kind, alert.Severity) switch
    {
        (AlertKind.Coaching, AlertSeverity.High) => speech.HighPriority,
        (AlertKind.Coaching, AlertSeverity.Low) => speech.LowPriority,
        (AlertKind.Coaching, _) => speech.MediumPriority,
        (_, AlertSeverity.High) => speech.HighSeverity,
        (_, AlertSeverity.Low) => speech.LowSeverity,
        _ => speech.MediumSeverity,
    };
}
