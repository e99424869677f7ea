namespace PitWall.Alerts.Twilio.Text;

/// <summary>Finds the fullest text of one alert that its budget takes.</summary>
internal static class SmsAlertWriter
{
    public static FormattedAlert Write(in AlertContent alert, AlertTextOptions options, AlertFormatContext context)
    {
        var budget = TextBudget.Sms(SegmentsFor(alert.Kind, options), context.ReservedUnits);
        if (TryWrite(alert, options, context, budget, isCut: false, out var text))
            return text;

        if (!Symbols.TryRemove(alert.Message, out var words))
            return WriteWithoutAreas(alert, options, context, budget);

        var wordsAlone = alert with { Message = words };
        if (!TryWrite(wordsAlone, options, context, budget, isCut: false, out text))
            text = WriteWithoutAreas(wordsAlone, options, context, budget);

        return text with { IsCut = true, Warnings = TextWarnings.WithoutSymbols(text.Warnings) };
    }

    // What to do goes before what it is filed under: no word of the message is cut for an area.
    private static FormattedAlert WriteWithoutAreas(
        in AlertContent alert, AlertTextOptions options, AlertFormatContext context, TextBudget budget)
    {
        if (alert.Category is null && alert.Focus is null)
            return WriteCut(alert, options, context, budget);

        var message = alert with { Category = null, Focus = null };
        return TryWrite(message, options, context, budget, isCut: true, out var text) ? text : WriteCut(message, options, context, budget);
    }

    private static bool TryWrite(
        in AlertContent alert, AlertTextOptions options, AlertFormatContext context, TextBudget budget, bool isCut, out FormattedAlert text)
    {
        var raw = new TextBuffer(stackalloc char[320]);
        var plain = new TextBuffer(stackalloc char[320]);
        try
        {
            for (var layout = options.Layout; layout <= AlertLayout.Short; layout++)
            {
                raw.Clear();
                SmsAlertText.WriteHead(alert, options.Labels, ref raw);
                MessageText.Write(alert.Message, ref raw, keepLines: layout == AlertLayout.Full);
                SmsAlertText.WriteTail(alert, options, context.RaisedAt, layout, ref raw);
                if (TextChoice.TryChoose(ref raw, ref plain, AlertWords.Emoji(options.Labels, alert), budget, layout, isCut, out text))
                    return true;
            }

            text = default;
            return false;
        }
        finally
        {
            raw.Dispose();
            plain.Dispose();
        }
    }

    private static FormattedAlert WriteCut(in AlertContent alert, AlertTextOptions options, AlertFormatContext context, TextBudget budget)
    {
        var head = new TextBuffer(stackalloc char[96]);
        var message = new TextBuffer(stackalloc char[320]);
        var tail = new TextBuffer(stackalloc char[96]);
        SmsAlertText.WriteHead(alert, options.Labels, ref head);
        MessageText.Write(alert.Message, ref message, keepLines: false);
        SmsAlertText.WriteTail(alert, options, context.RaisedAt, AlertLayout.Short, ref tail);
        var result = TextChoice.Cut(head.Written, message.Written, tail.Written, budget);
        head.Dispose();
        message.Dispose();
        tail.Dispose();
        return result;
    }

    private static int SegmentsFor(AlertKind kind, AlertTextOptions options) => kind switch
    {
        AlertKind.Strategy => options.StrategySegments,
        AlertKind.Coaching => options.CoachingSegments,
        AlertKind.Critical => options.CriticalSegments ?? TextBudget.Unlimited,
        _ => options.BatchSegments,
    };
}
