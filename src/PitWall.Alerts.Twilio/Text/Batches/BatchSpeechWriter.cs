namespace PitWall.Alerts.Twilio.Text;

/// <summary>The words of a batch for a call: how many, then one after the other, those of one type together.</summary>
internal static class BatchSpeechWriter
{
    // About a minute and a half of speech, which nobody listens longer to and which fits a call twice.
    private const int MostCharacters = 1200;

    // The shortest alert takes "Alert 1. Low severity. X. Y."
    private const int MostAlertsSpoken = 48;

    public static FormattedAlert Write(AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context)
    {
        var spoken = alerts.Take(MostAlertsSpoken).Select(alert => alert with { Message = SpeechWriter.SpokenMessage(alert.Message, options.Speech) }).ToArray();
        var output = new TextBuffer(stackalloc char[1536]);
        var shown = spoken.Length;
        do
        {
            Compose(spoken.AsSpan(0, shown), alerts.Length, options, context, ref output);
        }
        while (output.Length > MostCharacters && --shown > 0);

        if (shown == 0)
        {
            var first = spoken[0];
            spoken[0] = first with { Message = Cut(first.Message) };
            Compose(spoken.AsSpan(0, 1), alerts.Length, options, context, ref output);
        }

        var isCut = shown < alerts.Length;
        var result = new FormattedAlert
        {
            Text = output.ToString(),
            IsCut = isCut,
            Layout = isCut ? AlertLayout.Short : options.Layout,
            Warnings = TextWarnings.ForSpeech(isCut),
        };
        output.Dispose();
        return result;
    }

    private static void Compose(ReadOnlySpan<AlertContent> shown, int total, AlertTextOptions options, AlertFormatContext context, ref TextBuffer output)
    {
        var speech = options.Speech;
        output.Clear();
        SpeechWriter.WriteSentence(options.ProductName, ref output);
        AlertWords.WriteBatchTitle(speech.BatchTitleOfOne, speech.BatchTitle, total, ref output);
        SpeechWriter.EndSentence(ref output);
        var number = 0;
        foreach (var alert in BatchOrder.ByType(shown.ToArray()))
        {
            output.Append(' ');
            AlertWords.WritePhrase(speech.BatchItem, "{number}", ++number, ref output);
            SpeechWriter.EndSentence(ref output);
            output.Append(' ');
            if (alert.Kind == AlertKind.Critical)
            {
                var start = output.Length;
                SpeechWriter.WriteSentence(speech.CriticalAlert, ref output);
                output.CapitalizeAt(start);
            }
            else
            {
                SpeechWriter.WriteSubject(alert, options, ref output);
            }

            output.Append(alert.Message);
        }

        if (total > shown.Length)
        {
            output.Append(' ');
            AlertWords.WritePhrase(speech.BatchMore, "{count}", total - shown.Length, ref output);
            SpeechWriter.EndSentence(ref output);
        }

        SpeechWriter.WriteTime(speech, options.Layout, context.RaisedAt, ref output);
    }

    private static string Cut(string message) => message.Length <= MostCharacters
        ? message
        : string.Concat(message.AsSpan(0, CutPoint.Before(message, MostCharacters).End), TextCutter.Ellipsis);
}
