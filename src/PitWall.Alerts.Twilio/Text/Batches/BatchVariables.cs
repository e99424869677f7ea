namespace PitWall.Alerts.Twilio.Text;

/// <summary>Fills a batch template's variables: the title as the type, all alerts in one line as the message.</summary>
internal static class BatchVariables
{
    public static IReadOnlyDictionary<string, string> For(
        WhatsAppTemplate template, AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context)
    {
        var variables = new Dictionary<string, string>(4, StringComparer.Ordinal);
        var value = new TextBuffer(stackalloc char[512]);

        AlertWords.WriteBatchTitle(options.Labels.BatchTitleOfOne, options.Labels.BatchTitle, alerts.Length, ref value);
        WhatsAppVariables.Add(variables, template.TypeVariable, ref value);

        WriteAlerts(alerts, options.Labels, ref value);
        WhatsAppVariables.Add(variables, template.MessageVariable, ref value);

        value.Append(AlertWords.Marker(options.Labels, alerts[0]));
        WhatsAppVariables.Add(variables, template.SeverityVariable, ref value);

        WhatsAppVariables.WriteTime(context, ref value);
        WhatsAppVariables.Add(variables, template.TimeVariable, ref value);
        value.Dispose();
        return variables;
    }

    private static void WriteAlerts(AlertContent[] alerts, AlertLabels labels, ref TextBuffer output)
    {
        var number = 0;
        foreach (var alert in BatchOrder.ByType(alerts))
        {
            if (number > 0)
                output.Append("; ");

            var start = output.Length;
            output.Append(++number);
            output.Append(". ");
            SmsAlertText.WriteHead(alert, labels, ref output);
            output.ReplaceFrom(start, '\n', ' ');
            MessageText.Write(alert.Message, ref output, keepLines: false);
            if (output.Length <= MostCharacters)
                continue;

            output.Truncate(start);
            AlertWords.WritePhrase(labels.BatchMore, "{count}", alerts.Length - number + 1, ref output);
            return;
        }
    }

    /// <summary>Room for the words of the template around the variables.</summary>
    /// <remarks>Meta takes 1,024 characters in the body of a template, its own words included.</remarks>
    private const int MostCharacters = 800;
}
