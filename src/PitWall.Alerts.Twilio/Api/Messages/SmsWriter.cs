using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Checks a text and writes it as the form Twilio reads.</summary>
/// <remarks>Source of names and values: Twilio docs, Message resource, request parameters.</remarks>
internal sealed class SmsWriter(RequestRecipients recipients, TrialAccount trial, TimeProvider twilioClock)
{
    /// <returns><see langword="null"/> when there is no sender.</returns>
    /// <exception cref="ArgumentException">Thrown when a field breaks a rule.</exception>
    public CreateRequest? Write(SmsMessage message, TwilioConnection connection)
    {
        var options = connection.Options;
        var service = message.MessagingServiceSid ?? (message.From is null ? options.MessagingServiceSid.NullIfEmpty() : null);
        var from = message.From ?? (service is null ? options.PhoneNumber.NullIfEmpty() : null);
        var recipient = recipients.Read(message.To, AlertChannel.Sms, message.Context, options);
        Check(message, recipient, from, service, options.Numbers);
        if (from is null && service is null)
            return null;

        return new CreateRequest
        {
            Kind = CreateKind.Message,
            Channel = AlertChannel.Sms,
            Form = Form(message, recipient, from, service, connection),
            To = recipient,
            ToAsWritten = message.To,
            From = from,
            MessagingServiceSid = service,
            ListedBody = IsListedAsSent(message) ? message.Body : null,
            Segments = message.Context.Segments > 0 ? message.Context.Segments : Measure(message.Body),
            Context = message.Context,
        };
    }

    private void Check(SmsMessage message, E164PhoneNumber recipient, string? from, string? service, PhoneNumberOptions numbers)
    {
        MessageRules.Content(message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        // The sender of the options was checked with them.
        if (message.From is { } own && !SenderAddress.CanText(own, numbers))
            throw RequestRules.Refuse("From", "must be a number in E.164, a short code, or an alphanumeric sender of up to 11 characters.");

        MessageRules.OtherThanSender(recipient, from);
        MessageRules.MessagingService(service);
        RequestRules.Callback(message.StatusCallback);
        RequestRules.Verb(message.StatusCallbackMethod, "StatusCallbackMethod");
        MessageRules.Validity(message.ValidityPeriod);
        MessageRules.Schedule(message.SendAt, service, twilioClock);
        if (message.ShortenUrls == true && service is null)
            throw RequestRules.Refuse("ShortenUrls", "needs a MessagingServiceSid.");
    }

    /// <summary>What a text takes, with what a trial account puts before it.</summary>
    private int Measure(string? body) => SmsMeter.Measure(body, trial.IsTrial ? AlertFormatContext.TrialPrefixUnits : 0).Segments;

    private static FormBuffer Form(
        SmsMessage message, E164PhoneNumber recipient, string? from, string? service, TwilioConnection connection)
    {
        var form = new FormBuffer();
        form.Append("To"u8, string.Empty, recipient);
        MessageFields.AppendSender(form, from, service);
        MessageFields.AppendContent(form, message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        CallbackFields.Append(form, message.StatusCallback, message.StatusCallbackMethod, message.Context, connection);
        // What is watched loses validity as it waits: the transmitter appends what is left, attempt by attempt.
        MessageFields.AppendTiming(form, message.Context.Watch is null ? message.ValidityPeriod : null, message.SendAt);
        if (message.SmartEncoded is { } smart)
            form.Append("SmartEncoded"u8, smart);

        if (message.RiskCheck is { } risk)
            form.Append("RiskCheck"u8, risk ? "enable" : "disable");

        if (message.RetainContent is { } content)
            form.Append("ContentRetention"u8, content ? "retain" : "discard");

        if (message.RetainAddress is { } address)
            form.Append("AddressRetention"u8, address ? "retain" : "obfuscate");

        if (message.ShortenUrls is { } shorten)
            form.Append("ShortenUrls"u8, shorten);

        return form;
    }

    private static bool IsListedAsSent(SmsMessage message) =>
        message.ContentSid is null && message.RetainContent != false && message.ShortenUrls != true;
}
