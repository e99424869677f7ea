namespace PitWall.Alerts.Twilio.Text;

/// <summary>The WhatsApp message of one alert: as the SMS, with room for bold words and a line for each thing that is known.</summary>
internal static class WhatsAppAlertText
{
    public static void WriteHead(in AlertContent alert, AlertLabels labels, ref TextBuffer output)
    {
        if (AlertWords.Emoji(labels, alert) is { Length: > 0 } emoji)
        {
            output.Append(emoji);
            output.Append(' ');
        }

        output.Append('*');
        var start = output.Length;
        output.Append(AlertWords.Marker(labels, alert));
        if (alert.Kind != AlertKind.Critical)
        {
            output.Append(": ");
            AlertWords.WriteType(labels, alert.Type, ref output);
        }

        WhatsAppMarkup.NeutralizeFrom(start, ref output);
        output.Append("*\n");
    }

    public static void WriteMessage(string message, AlertLayout layout, ref TextBuffer output)
    {
        var start = output.Length;
        MessageText.Write(message, ref output, keepLines: layout == AlertLayout.Full);
        WhatsAppMarkup.NeutralizeFrom(start, ref output);
    }

    public static void WriteTail(in AlertContent alert, AlertTextOptions options, DateTimeOffset raisedAt, AlertLayout layout, ref TextBuffer output)
    {
        if (layout == AlertLayout.Full && (alert.Category is not null || alert.Focus is not null))
            output.Append('\n');

        WriteArea(options.Labels, options.Labels.Category, alert.Category, ref output);
        WriteArea(options.Labels, options.Labels.Focus, alert.Focus, ref output);
        output.Append('\n');
        WriteSignature(options, raisedAt, layout, ref output);
    }

    public static void WriteSignature(AlertTextOptions options, DateTimeOffset raisedAt, AlertLayout layout, ref TextBuffer output)
    {
        output.Append('_');
        var start = output.Length;
        SmsAlertText.WriteSignature(options, raisedAt, layout, ref output);
        WhatsAppMarkup.NeutralizeFrom(start, ref output);
        output.Append('_');
    }

    private static void WriteArea(AlertLabels labels, string label, string? area, ref TextBuffer output)
    {
        if (area is null)
            return;

        output.Append("\n*");
        output.Append(label);
        output.Append(":* ");
        var start = output.Length;
        AlertWords.WriteArea(labels, area, capital: true, ref output);
        WhatsAppMarkup.NeutralizeFrom(start, ref output);
    }
}
