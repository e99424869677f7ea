namespace PitWall.Alerts.Twilio.Text;

/// <summary>The words of a batch for a call: how many, then one after the other, the most urgent first.</summary>
internal static class BatchSpeechWriter
{
    // About a minute and a half of speech; nobody listens longer, and it fits a call twice.
    private const int MostCharacters = 1200;

    public static FormattedAlert Write(AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context)
    {
        var speech = options.Speech;
        var output = new TextBuffer(stackalloc char[1536]);
        output.Append(options.ProductName);
        output.Append(". ");
        AlertWords.WritePhrase(speech.BatchTitle, "{count}", alerts.Length, ref output);
        SpeechWriter.EndSentence(ref output);
        var isCut = false;
        for (var index = 0; index < alerts.Length; index++)
        {
            var start = output.Length;
            WriteItem(alerts[index], index + 1, options, ref output);
            if (output.Length <= MostCharacters || index == 0)
                continue;

            isCut = true;
            output.Truncate(start);
            output.Append(' ');
            AlertWords.WritePhrase(speech.BatchMore, "{count}", alerts.Length - index, ref output);
            SpeechWriter.EndSentence(ref output);
            break;
        }

        SpeechWriter.WriteRaisedAt(speech, context.RaisedAt, ref output);
        var result = new FormattedAlert
        {
            Text = output.ToString(),
            IsCut = isCut,
            Layout = isCut ? AlertLayout.Short : AlertLayout.Full,
        };
        output.Dispose();
        return result;
    }

    private static void WriteItem(in AlertContent alert, int number, AlertTextOptions options, ref TextBuffer output)
    {
        output.Append(' ');
        AlertWords.WritePhrase(options.Speech.BatchItem, "{number}", number, ref output);
        output.Append(". ");
        if (alert.Kind == AlertKind.Critical)
        {
            output.Append(options.Speech.CriticalAlert);
        }
        else
        {
            output.Append(SpeechWriter.Severity(options.Speech, alert));
            output.Append(". ");
            AlertWords.WriteType(options.Labels, alert.Type, ref output);
        }

        output.Append(". ");
        MessageText.Write(alert.Message, ref output, keepLines: false);
        SpeechWriter.EndSentence(ref output);
    }
}
