namespace PitWall.Alerts.Twilio.Text;

/// <summary>The words of a batch for a call: how many, then one after the other, those of one type together.</summary>
internal static class BatchSpeechWriter
{
    // The shortest alert takes "Alert 1. Low severity. X. Y.", the longest text 1,600 characters.
    private const int MostAlertsSpoken = 64;

    public static FormattedAlert Write(AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context)
    {
        var spoken = alerts
            .Take(MostAlertsSpoken)
            .Select(alert => alert with { Message = SpeechWriter.SpokenMessage(alert.Message, options.Speech) })
            .ToArray();
        for (var layout = options.Layout; layout <= AlertLayout.Short && spoken.Length == alerts.Length; layout++)
        {
            if (TryWrite(spoken, alerts.Length, options, context, layout, out var text))
                return text;
        }

        for (var count = Math.Min(spoken.Length, alerts.Length - 1); count > 0; count--)
        {
            if (TryWrite(spoken.AsSpan(0, count), alerts.Length, options, context, AlertLayout.Short, out var text))
                return text;
        }

        return WriteCut(spoken[0], alerts.Length, options, context);
    }

    private static bool TryWrite(
        ReadOnlySpan<AlertContent> shown, int total, AlertTextOptions options, AlertFormatContext context, AlertLayout layout, out FormattedAlert text)
    {
        var output = new TextBuffer(stackalloc char[1024]);
        Compose(shown, total, options, context, layout, ref output);
        var fits = TextBudget.Speech.Admits(output.Written);
        text = default;
        if (fits)
        {
            var isCut = shown.Length < total;
            text = new FormattedAlert { Text = output.ToString(), Layout = layout, IsCut = isCut, Warnings = TextWarnings.For(default, isCut, isGsm7: true) };
        }

        output.Dispose();
        return fits;
    }

    private static FormattedAlert WriteCut(AlertContent alert, int total, AlertTextOptions options, AlertFormatContext context)
    {
        var frame = new TextBuffer(stackalloc char[512]);
        var gap = Compose([alert with { Message = string.Empty }], total, options, context, AlertLayout.Short, ref frame);
        var result = TextChoice.Cut(frame.Written[..gap], alert.Message, frame.Written[gap..], TextBudget.Speech);
        frame.Dispose();
        return result;
    }

    // Returns where the message of the last alert begins.
    private static int Compose(
        scoped ReadOnlySpan<AlertContent> shown, int total, AlertTextOptions options, AlertFormatContext context, AlertLayout layout, ref TextBuffer output)
    {
        var speech = options.Speech;
        SpeechWriter.WriteSentence(options.ProductName, ref output);
        AlertWords.WriteBatchTitle(speech.BatchTitleOfOne, speech.BatchTitle, total, ref output);
        SpeechWriter.EndSentence(ref output);
        var number = 0;
        var message = 0;
        foreach (var alert in BatchOrder.ByType(shown.ToArray()))
        {
            output.Append(' ');
            AlertWords.WritePhrase(speech.BatchItem, "{number}", ++number, ref output);
            SpeechWriter.EndSentence(ref output);
            output.Append(' ');
            WriteSubject(alert, options, ref output);
            message = output.Length;
            output.Append(alert.Message);
        }

        if (total > shown.Length)
        {
            output.Append(' ');
            AlertWords.WritePhrase(speech.BatchMore, "{count}", total - shown.Length, ref output);
            SpeechWriter.EndSentence(ref output);
        }

        SpeechWriter.WriteTime(speech, layout, context.RaisedAt, ref output);
        return message;
    }

    private static void WriteSubject(in AlertContent alert, AlertTextOptions options, ref TextBuffer output)
    {
        if (alert.Kind != AlertKind.Critical)
        {
            SpeechWriter.WriteSubject(alert, options, ref output);
            return;
        }

        var start = output.Length;
        SpeechWriter.WriteSentence(options.Speech.CriticalAlert, ref output);
        output.CapitalizeAt(start);
    }
}
