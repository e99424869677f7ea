namespace PitWall.Alerts.Twilio.Text;

/// <summary>Writes one alert for WhatsApp: free text, and the template where one is set.</summary>
internal static class WhatsAppAlertWriter
{
    public static FormattedAlert Write(in AlertContent alert, AlertTextOptions options, AlertFormatContext context)
    {
        var template = TemplateFor(alert.Kind, options.WhatsAppTemplates);
        var text = WriteText(alert, options, context);
        var isCut = text.IsCut;
        IReadOnlyDictionary<string, string>? variables = null;
        if (template is not null)
            variables = WhatsAppVariables.For(template, alert, options, context, out isCut);

        return text with
        {
            ContentSid = template?.ContentSid,
            ContentVariables = variables,
            IsCut = isCut,
            Warnings = TextWarnings.ForWhatsApp(alert.Kind, isCut, template is not null),
        };
    }

    public static WhatsAppTemplate? TemplateFor(AlertKind kind, WhatsAppTemplateOptions templates)
    {
        var template = kind switch
        {
            AlertKind.Strategy => templates.Strategy,
            AlertKind.Coaching => templates.Coaching,
            AlertKind.Critical => templates.Critical,
            _ => templates.Batch,
        };
        return string.IsNullOrEmpty(template?.ContentSid) ? null : template;
    }

    private static FormattedAlert WriteText(in AlertContent alert, AlertTextOptions options, AlertFormatContext context)
    {
        var output = new TextBuffer(stackalloc char[512]);
        try
        {
            for (var layout = options.Layout; layout <= AlertLayout.Short; layout++)
            {
                output.Clear();
                WhatsAppAlertText.WriteHead(alert, options.Labels, ref output);
                WhatsAppAlertText.WriteMessage(alert.Message, layout, ref output);
                WhatsAppAlertText.WriteTail(alert, options, context.RaisedAt, layout, ref output);
                if (TextBudget.WhatsApp.Admits(output.Written))
                    return new FormattedAlert { Text = output.ToString(), Layout = layout };
            }
        }
        finally
        {
            output.Dispose();
        }

        return WriteCut(alert, options, context);
    }

    private static FormattedAlert WriteCut(in AlertContent alert, AlertTextOptions options, AlertFormatContext context)
    {
        var head = new TextBuffer(stackalloc char[128]);
        var message = new TextBuffer(stackalloc char[512]);
        var tail = new TextBuffer(stackalloc char[256]);
        WhatsAppAlertText.WriteHead(alert, options.Labels, ref head);
        WhatsAppAlertText.WriteMessage(alert.Message, AlertLayout.Short, ref message);
        WhatsAppAlertText.WriteTail(alert, options, context.RaisedAt, AlertLayout.Short, ref tail);
        var result = TextChoice.Cut(head.Written, message.Written, tail.Written, TextBudget.WhatsApp);
        head.Dispose();
        message.Dispose();
        tail.Dispose();
        return result;
    }
}
