namespace PitWall.Alerts.Twilio.Text;

/// <summary>The SMS of one alert: severity and type, the message, what else is known, who says so and when.</summary>
internal static class SmsAlertText
{
    public static void WriteHead(in AlertContent alert, AlertLabels labels, ref TextBuffer output)
    {
        output.Append(AlertWords.Marker(labels, alert));
        output.Append(": ");
        if (alert.Kind == AlertKind.Critical)
            return;

        AlertWords.WriteType(labels, alert.Type, ref output);
        output.Append('\n');
    }

    public static void WriteTail(in AlertContent alert, AlertTextOptions options, DateTimeOffset raisedAt, AlertLayout layout, ref TextBuffer output)
    {
        if (alert.Category is not null || alert.Focus is not null)
        {
            output.Append('\n');
            WriteAreas(alert, options.Labels, layout, capital: true, ref output);
        }

        output.Append('\n');
        WriteSignature(options, raisedAt, layout, ref output);
    }

    public static void WriteSignature(AlertTextOptions options, DateTimeOffset raisedAt, AlertLayout layout, ref TextBuffer output)
    {
        output.Append(options.ProductName);
        output.Append(' ');
        AlertWords.WriteTime(raisedAt, layout == AlertLayout.Full ? "HH:mm:ss" : "HH:mm", ref output);
        output.Append(layout == AlertLayout.Full ? " UTC" : "Z");
    }

    /// <summary>Category and improvement area on one line.</summary>
    public static void WriteAreas(in AlertContent alert, AlertLabels labels, AlertLayout layout, bool capital, ref TextBuffer output)
    {
        if (alert.Category is { } category)
        {
            if (layout == AlertLayout.Full && alert.Focus is null)
            {
                output.Append(labels.Category);
                output.Append(": ");
                capital = false;
            }

            AlertWords.WriteArea(labels, category, capital, ref output);
            if (alert.Focus is not null)
                output.Append(layout == AlertLayout.Full ? ". " : ", ");
        }

        if (alert.Focus is not { } focus)
            return;

        if (layout == AlertLayout.Full)
        {
            output.Append(labels.Focus);
            output.Append(": ");
        }

        AlertWords.WriteArea(labels, focus, capital && layout == AlertLayout.Short && alert.Category is null, ref output);
    }
}
