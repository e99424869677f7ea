namespace PitWall.Alerts.Twilio.Text;

/// <summary>Writes one alert for WhatsApp: free text, and the template where one is set.</summary>
internal static class WhatsAppAlertWriter
{
    public static FormattedAlert Write(in AlertContent alert, AlertTextOptions options, AlertFormatContext context)
    {
        var template = TemplateFor(alert.Kind, options.WhatsAppTemplates);
        var output = new TextBuffer(stackalloc char[512]);
        var layout = options.Layout;
        var isCut = false;
        Compose(alert, options, context, layout, ref output);
        if (output.Length > SmsText.MaxLength)
        {
            layout = AlertLayout.Short;
            isCut = Cut(alert, options, context, ref output);
        }

        IReadOnlyDictionary<string, string>? variables = null;
        if (template is not null)
            variables = WhatsAppVariables.For(template, alert, options, context, out isCut);

        var result = new FormattedAlert
        {
            Text = output.ToString(),
            ContentSid = template?.ContentSid,
            ContentVariables = variables,
            Layout = layout,
            IsCut = isCut,
            Warnings = TextWarnings.ForWhatsApp(alert.Kind, isCut, template is not null),
        };
        output.Dispose();
        return result;
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

    private static void Compose(in AlertContent alert, AlertTextOptions options, AlertFormatContext context, AlertLayout layout, ref TextBuffer output)
    {
        output.Clear();
        WhatsAppAlertText.WriteHead(alert, options.Labels, ref output);
        WhatsAppAlertText.WriteMessage(alert.Message, layout, ref output);
        WhatsAppAlertText.WriteTail(alert, options, context.RaisedAt, layout, ref output);
    }

    private static bool Cut(in AlertContent alert, AlertTextOptions options, AlertFormatContext context, ref TextBuffer output)
    {
        Compose(alert, options, context, AlertLayout.Short, ref output);
        if (output.Length <= SmsText.MaxLength)
            return false;

        var head = new TextBuffer(stackalloc char[128]);
        var message = new TextBuffer(stackalloc char[512]);
        var tail = new TextBuffer(stackalloc char[256]);
        WhatsAppAlertText.WriteHead(alert, options.Labels, ref head);
        WhatsAppAlertText.WriteMessage(alert.Message, AlertLayout.Short, ref message);
        WhatsAppAlertText.WriteTail(alert, options, context.RaisedAt, AlertLayout.Short, ref tail);
        _ = TextCutter.Cut(head.Written, message.Written, tail.Written, TextBudget.Body, ref output);
        head.Dispose();
        message.Dispose();
        tail.Dispose();
        return true;
    }
}
