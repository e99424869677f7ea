namespace PitWall.Alerts.Twilio.Text;

/// <summary>Takes a batch to the writer of its channel, and to its template.</summary>
internal static class BatchWriter
{
    public static FormattedAlert Write(AlertBatch batch, AlertTextOptions options, AlertFormatContext context)
    {
        var alerts = BatchOrder.ByUrgency(batch.Alerts);
        return context.Channel switch
        {
            AlertChannel.Voice => BatchSpeechWriter.Write(alerts, options, context),
            AlertChannel.WhatsApp => WriteWhatsApp(alerts, options, context),
            _ => BatchFit.Find(alerts, options, context, TextBudget.Sms(options.BatchSegments, context.ReservedUnits)),
        };
    }

    private static FormattedAlert WriteWhatsApp(AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context)
    {
        var text = BatchFit.Find(alerts, options, context, TextBudget.WhatsApp);
        var isCut = text.IsCut;
        IReadOnlyDictionary<string, string>? variables = null;
        var template = WhatsAppAlertWriter.TemplateFor(AlertKind.Batch, options.WhatsAppTemplates);
        if (template is not null)
            variables = BatchVariables.For(template, alerts, options, context, out isCut);

        return text with
        {
            ContentSid = template?.ContentSid,
            ContentVariables = variables,
            IsCut = isCut,
            Warnings = TextWarnings.ForWhatsApp(AlertKind.Batch, isCut, template is not null),
        };
    }
}
