namespace PitWall.Alerts.Twilio.Text;

/// <summary>Finds the fullest text of a batch that its budget takes; what is left out is the least urgent, and is counted.</summary>
internal static class BatchWriter
{
    // An alert of which less can be shown says nothing.
    private const int FewestCharactersOfAMessage = 24;

    // The shortest numbered line takes 6 characters, the longest text 1,600.
    private const int MostAlertsShown = 256;

    public static FormattedAlert Write(AlertBatch batch, AlertTextOptions options, AlertFormatContext context)
    {
        var alerts = BatchOrder.ByUrgency(batch.Alerts);
        if (context.Channel == AlertChannel.Voice)
            return BatchSpeechWriter.Write(alerts, options, context);

        var text = WriteText(alerts, options, context);
        if (context.Channel != AlertChannel.WhatsApp)
            return text;

        var template = WhatsAppAlertWriter.TemplateFor(AlertKind.Batch, options.WhatsAppTemplates);
        return text with
        {
            Segments = 0,
            Encoding = null,
            ContentSid = template?.ContentSid,
            ContentVariables = template is null ? null : BatchVariables.For(template, alerts, options, context),
            Warnings = TextWarnings.ForWhatsApp(AlertKind.Batch, text.IsCut, template is not null),
        };
    }

    private static FormattedAlert WriteText(AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context)
    {
        var isWhatsApp = context.Channel == AlertChannel.WhatsApp;
        var budget = isWhatsApp ? TextBudget.Body : new TextBudget(options.BatchSegments, context.ReservedUnits);
        var emoji = isWhatsApp ? string.Empty : AlertWords.Emoji(options.Labels, alerts[0]);
        var raw = new TextBuffer(stackalloc char[512]);
        var scratch = new TextBuffer(stackalloc char[512]);
        try
        {
            for (var layout = options.Layout; layout <= AlertLayout.Short; layout++)
            {
                var writer = new BatchText(options, context, alerts.Length, layout);
                for (var count = Math.Min(alerts.Length, MostAlertsShown); count > 0; count--)
                {
                    // The full layout is for batches that fit as a whole.
                    if (count < alerts.Length && layout == AlertLayout.Full)
                        break;

                    raw.Clear();
                    _ = writer.Write(alerts.AsSpan(0, count), without: null, ref raw);
                    if (!TextChoice.TryChoose(ref raw, ref scratch, emoji, budget, layout, out var text))
                        continue;

                    return count < alerts.Length && WriteOneMore(alerts, count, writer, budget) is { } more
                        ? more
                        : text with { IsCut = count < alerts.Length };
                }
            }

            return WriteOneMore(alerts, 0, new BatchText(options, context, alerts.Length, AlertLayout.Short), budget)
                ?? new FormattedAlert { Text = string.Empty, IsCut = true };
        }
        finally
        {
            raw.Dispose();
            scratch.Dispose();
        }
    }

    private static FormattedAlert? WriteOneMore(AlertContent[] alerts, int whole, BatchText writer, TextBudget budget)
    {
        var text = new TextBuffer(stackalloc char[512]);
        var message = new TextBuffer(stackalloc char[320]);
        var gap = writer.Write(alerts.AsSpan(0, whole + 1), alerts[whole], ref text);
        writer.WriteMessage(alerts[whole], ref message);
        var fewest = whole == 0 ? 0 : FewestCharactersOfAMessage;
        FormattedAlert? result = TextChoice.TryCut(text.Written[..gap], message.Written, text.Written[gap..], budget, fewest, out var cut)
            ? cut
            : null;
        text.Dispose();
        message.Dispose();
        return result;
    }
}
