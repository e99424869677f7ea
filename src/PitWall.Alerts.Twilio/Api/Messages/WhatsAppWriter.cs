namespace PitWall.Alerts.Twilio.Api;

/// <summary>Checks a WhatsApp message and writes it as the form Twilio reads.</summary>
/// <remarks>Source of names and values: Twilio docs, Message resource, request parameters.</remarks>
internal sealed class WhatsAppWriter(RequestRecipients recipients, TimeProvider twilioClock)
{
    /// <returns><see langword="null"/> when there is no sender.</returns>
    /// <exception cref="ArgumentException">Thrown when a field breaks a rule.</exception>
    public CreateRequest? Write(WhatsAppMessage message, TwilioConnection connection)
    {
        var options = connection.Options;
        var service = message.MessagingServiceSid;
        var from = Sender(message.From ?? (service is null ? options.WhatsAppNumber.NullIfEmpty() : null));
        var recipient = recipients.Read(message.To, AlertChannel.WhatsApp, message.Context, options);
        MessageRules.Content(message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        MessageRules.OtherThanSender(recipient, from);
        MessageRules.MessagingService(service);
        RequestRules.Callback(message.StatusCallback);
        RequestRules.Verb(message.StatusCallbackMethod, "StatusCallbackMethod");
        MessageRules.Validity(message.ValidityPeriod);
        MessageRules.Schedule(message.SendAt, service, twilioClock);
        if (from is null && service is null)
            return null;

        return new CreateRequest
        {
            Kind = CreateKind.Message,
            Channel = AlertChannel.WhatsApp,
            Form = Form(message, recipient, from, service, connection),
            To = recipient,
            From = from,
            MessagingServiceSid = service,
            ListedBody = message.ContentSid is null ? message.Body : null,
            Context = message.Context,
        };
    }

    private static string? Sender(string? from) =>
        from is null
            ? null
            : SenderAddress.OnWhatsApp(from)
                ?? throw RequestRules.Refuse("From", "must be a number in E.164, with or without whatsapp: in front.");

    private static FormBuffer Form(
        WhatsAppMessage message, E164PhoneNumber recipient, string? from, string? service, TwilioConnection connection)
    {
        var form = new FormBuffer();
        form.Append("To"u8, SenderAddress.WhatsAppPrefix, recipient);
        MessageFields.AppendSender(form, from, service);
        MessageFields.AppendContent(form, message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        CallbackFields.Append(form, message.StatusCallback, message.StatusCallbackMethod, message.Context, connection);
        // What is watched loses validity as it waits: the transmitter appends what is left, attempt by attempt.
        MessageFields.AppendTiming(form, message.Context.Watch is null ? message.ValidityPeriod : null, message.SendAt);
        return form;
    }
}
