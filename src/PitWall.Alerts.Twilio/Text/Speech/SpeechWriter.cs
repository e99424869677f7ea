namespace PitWall.Alerts.Twilio.Text;

/// <summary>The words of one alert for a call: who speaks, what it is, the message, when.</summary>
internal static class SpeechWriter
{
    public static FormattedAlert Write(in AlertContent alert, AlertTextOptions options, AlertFormatContext context)
    {
        var output = new TextBuffer(stackalloc char[512]);
        output.Append(options.ProductName);
        output.Append(' ');
        output.Append(alert.Kind switch
        {
            AlertKind.Critical => options.Speech.CriticalAlert,
            AlertKind.Coaching => options.Speech.CoachingAlert,
            _ => options.Speech.StrategyAlert,
        });
        output.Append(". ");
        if (alert.Kind != AlertKind.Critical)
        {
            output.Append(Severity(options.Speech, alert));
            output.Append(". ");
            AlertWords.WriteType(options.Labels, alert.Type, ref output);
            output.Append(". ");
        }

        MessageText.Write(alert.Message, ref output, keepLines: false);
        EndSentence(ref output);
        WriteArea(options.Labels, options.Labels.Category, alert.Category, ref output);
        WriteArea(options.Labels, options.Labels.Focus, alert.Focus, ref output);
        WriteRaisedAt(options.Speech, context.RaisedAt, ref output);

        var result = new FormattedAlert { Text = output.ToString(), Layout = AlertLayout.Full };
        output.Dispose();
        return result;
    }

    public static void WriteRaisedAt(AlertSpeechOptions speech, DateTimeOffset raisedAt, ref TextBuffer output)
    {
        var phrase = speech.RaisedAt;
        var index = phrase.IndexOf("{time}", StringComparison.Ordinal);
        if (phrase.Length == 0)
            return;

        output.Append(' ');
        output.Append(index < 0 ? phrase : phrase.AsSpan(0, index));
        if (index >= 0)
        {
            AlertWords.WriteTime(raisedAt, "HH:mm", ref output);
            output.Append(phrase.AsSpan(index + "{time}".Length));
        }

        EndSentence(ref output);
    }

    public static void EndSentence(ref TextBuffer output)
    {
        if (output.Last is not ('.' or '!' or '?'))
            output.Append('.');
    }

    public static string Severity(AlertSpeechOptions speech, in AlertContent alert) => (alert.Kind, alert.Severity) switch
    {
        (AlertKind.Coaching, AlertSeverity.High) => speech.HighPriority,
        (AlertKind.Coaching, AlertSeverity.Low) => speech.LowPriority,
        (AlertKind.Coaching, _) => speech.MediumPriority,
        (_, AlertSeverity.High) => speech.HighSeverity,
        (_, AlertSeverity.Low) => speech.LowSeverity,
        _ => speech.MediumSeverity,
    };

    private static void WriteArea(AlertLabels labels, string label, string? area, ref TextBuffer output)
    {
        if (area is null)
            return;

        output.Append(' ');
        output.Append(label);
        output.Append(": ");
        AlertWords.WriteArea(labels, area, capital: false, ref output);
        EndSentence(ref output);
    }
}
