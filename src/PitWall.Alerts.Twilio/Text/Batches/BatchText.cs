namespace PitWall.Alerts.Twilio.Text;

/// <summary>Puts a batch's text together for SMS and WhatsApp.</summary>
internal readonly ref struct BatchText(AlertTextOptions options, AlertFormatContext context, int total, AlertLayout layout)
{
    private readonly bool _isWhatsApp = context.Channel == AlertChannel.WhatsApp;

    /// <summary>Writes title, groups of numbered alerts, what was left out, and the signature.</summary>
    /// <param name="shown">The alerts that are shown, the most urgent first.</param>
    /// <param name="without">An alert whose message is left out, to be cut into the gap.</param>
    /// <param name="output">Receives the text.</param>
    /// <returns>Where the gap is; -1 without one.</returns>
    public int Write(ReadOnlySpan<AlertContent> shown, AlertContent? without, ref TextBuffer output)
    {
        var gap = -1;
        WriteTitle(ref output);
        var number = 0;
        AlertContent? last = null;
        foreach (var alert in BatchOrder.ByType(shown.ToArray()))
        {
            if (alert.Kind != AlertKind.Critical && (last is null || last.Value.Kind != alert.Kind || last.Value.Type != alert.Type))
                WriteGroup(alert, ref output);

            last = alert;
            WriteItemHead(alert, ++number, ref output);
            if (gap < 0 && without == alert)
                gap = output.Length;
            else
                WriteMessage(alert, ref output);
        }

        if (total > shown.Length)
        {
            output.Append('\n');
            AlertWords.WritePhrase(options.Labels.BatchMore, "{count}", total - shown.Length, ref output);
        }

        output.Append('\n');
        if (_isWhatsApp)
            WhatsAppAlertText.WriteSignature(options, context.RaisedAt, layout, ref output);
        else
            SmsAlertText.WriteSignature(options, context.RaisedAt, layout, ref output);

        return gap;
    }

    public void WriteMessage(in AlertContent alert, ref TextBuffer output)
    {
        if (_isWhatsApp)
            WhatsAppAlertText.WriteMessage(alert.Message, AlertLayout.Short, ref output);
        else
            MessageText.Write(alert.Message, ref output, keepLines: false);

        if (layout == AlertLayout.Short || (alert.Category is null && alert.Focus is null))
            return;

        output.Append(" (");
        var start = output.Length;
        SmsAlertText.WriteAreas(alert, options.Labels, AlertLayout.Short, capital: false, ref output);
        if (_isWhatsApp)
            WhatsAppMarkup.NeutralizeFrom(start, ref output);

        output.Append(')');
    }

    private void WriteTitle(ref TextBuffer output)
    {
        if (_isWhatsApp)
            output.Append('*');

        AlertWords.WriteBatchTitle(options.Labels.BatchTitleOfOne, options.Labels.BatchTitle, total, ref output);
        if (_isWhatsApp)
            output.Append('*');
    }

    private void WriteGroup(in AlertContent alert, ref TextBuffer output)
    {
        output.Append(_isWhatsApp ? "\n\n*" : "\n");
        var start = output.Length;
        AlertWords.WriteType(options.Labels, alert.Type, ref output);
        if (!_isWhatsApp)
            return;

        WhatsAppMarkup.NeutralizeFrom(start, ref output);
        output.Append('*');
    }

    private void WriteItemHead(in AlertContent alert, int number, ref TextBuffer output)
    {
        output.Append('\n');
        if (_isWhatsApp && AlertWords.Emoji(options.Labels, alert) is { Length: > 0 } emoji)
        {
            output.Append(emoji);
            output.Append(' ');
        }

        output.Append(number);
        output.Append(". ");
        output.Append(AlertWords.Marker(options.Labels, alert));
        output.Append(": ");
    }
}
