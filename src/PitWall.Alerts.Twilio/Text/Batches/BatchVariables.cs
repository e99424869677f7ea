namespace PitWall.Alerts.Twilio.Text;

/// <summary>Fills a batch template's variables: the title as the type, all alerts in one line as the message.</summary>
internal static class BatchVariables
{
    public static IReadOnlyDictionary<string, string> For(
        WhatsAppTemplate template, AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context, out bool isCut)
    {
        var variables = new Dictionary<string, string>(4, StringComparer.Ordinal);
        var value = new TextBuffer(stackalloc char[512]);

        AlertWords.WriteBatchTitle(options.Labels.BatchTitleOfOne, options.Labels.BatchTitle, alerts.Length, ref value);
        WhatsAppVariables.Add(variables, template.TypeVariable, ref value);

        isCut = !TryWriteAll(alerts, options.Labels, ref value);
        WhatsAppVariables.Add(variables, template.MessageVariable, ref value);

        value.Append(AlertWords.Marker(options.Labels, alerts[0]));
        WhatsAppVariables.Add(variables, template.SeverityVariable, ref value);

        WhatsAppVariables.WriteTime(context, ref value);
        WhatsAppVariables.Add(variables, template.TimeVariable, ref value);
        value.Dispose();
        return variables;
    }

    private static bool TryWriteAll(AlertContent[] alerts, AlertLabels labels, ref TextBuffer output)
    {
        var number = 0;
        foreach (var alert in BatchOrder.ByType(alerts))
        {
            if (number > 0)
                output.Append("; ");

            var start = output.Length;
            output.Append(++number);
            output.Append(". ");
            output.Append(AlertWords.Marker(labels, alert));
            if (alert.Kind != AlertKind.Critical)
            {
                output.Append(' ');
                AlertWords.WriteType(labels, alert.Type, ref output);
            }

            output.Append(": ");
            MessageText.Write(alert.Message, ref output, keepLines: false);
            if (output.Length <= WhatsAppVariables.MostCharacters)
                continue;

            // The first alert is cut; a later one is left out and counted with the rest.
            var shown = number - 1;
            if (shown == 0)
            {
                shown = 1;
                output.Truncate(CutPoint.Before(output.Written, WhatsAppVariables.MostCharacters).End);
                output.Append(TextCutter.Ellipsis);
                output.Append(' ');
            }
            else
            {
                output.Truncate(start);
            }

            if (shown < alerts.Length)
                AlertWords.WritePhrase(labels.BatchMore, "{count}", alerts.Length - shown, ref output);

            output.TrimEnd();
            return false;
        }

        return true;
    }
}
