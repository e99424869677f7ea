using System.Globalization;
using System.Text;
using System.Text.Json;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Checks a request and writes it as the form Twilio reads.</summary>
/// <remarks>Source of names and values: Twilio docs, Message resource and Call resource, request parameters.</remarks>
internal sealed class RequestWriter(IPhoneNumberNormalizer normalizer, TimeProvider policyClock)
{
    private const string WhatsAppPrefix = "whatsapp:";

    /// <returns><see langword="null"/> when there is no sender.</returns>
    /// <exception cref="ArgumentException">Thrown when a field breaks a rule.</exception>
    public CreateRequest? Write(SmsMessage message, TwilioConnection connection)
    {
        var options = connection.Options;
        if (message.From?.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase) == true)
            throw RequestRules.Refuse(nameof(message.From), "is a WhatsApp sender; a text needs one of its own channel.");

        var service = message.MessagingServiceSid ?? (message.From is null ? NullIfEmpty(options.MessagingServiceSid) : null);
        var from = message.From ?? (service is null ? NullIfEmpty(options.PhoneNumber) : null);
        var recipient = Recipient(message.To, message.Context, options);
        RequestRules.Content(message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        RequestRules.Callback(message.StatusCallback);
        RequestRules.MessagingService(service);
        RequestRules.Validity(message.ValidityPeriod);
        RequestRules.Schedule(message.SendAt, service, policyClock.GetUtcNow());
        if (from is null && service is null)
            return null;

        var form = new FormBuffer();
        form.Append("To"u8, string.Empty, recipient);
        AppendSender(form, from, service);
        AppendContent(form, message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        AppendCallback(form, message.StatusCallback, message.StatusCallbackMethod, message.Context, connection);
        AppendTiming(form, message.Context.Watch is null ? message.ValidityPeriod : null, message.SendAt);
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

        var isListedAsSent = message.ContentSid is null && message.RetainContent != false && message.ShortenUrls != true;
        return new CreateRequest
        {
            Kind = CreateKind.Message,
            Channel = AlertChannel.Sms,
            Form = form,
            To = recipient,
            From = from,
            MessagingServiceSid = service,
            ListedBody = isListedAsSent ? message.Body : null,
            Segments = Segments(message.Context, message.Body),
            Context = message.Context,
        };
    }

    /// <inheritdoc cref="Write(SmsMessage, TwilioConnection)"/>
    public CreateRequest? Write(WhatsAppMessage message, TwilioConnection connection)
    {
        var options = connection.Options;
        var service = message.MessagingServiceSid;
        var from = message.From ?? NullIfEmpty(options.WhatsAppNumber);
        var recipient = Recipient(message.To, message.Context, options);
        RequestRules.Content(message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        RequestRules.Callback(message.StatusCallback);
        RequestRules.MessagingService(service);
        RequestRules.Validity(message.ValidityPeriod);
        RequestRules.Schedule(message.SendAt, service, policyClock.GetUtcNow());
        if (from is null && service is null)
            return null;

        from = from is null ? null : WithWhatsAppPrefix(from);
        var form = new FormBuffer();
        form.Append("To"u8, WhatsAppPrefix, recipient);
        AppendSender(form, from, service);
        AppendContent(form, message.Body, message.MediaUrls, message.ContentSid, message.ContentVariables);
        AppendCallback(form, message.StatusCallback, message.StatusCallbackMethod, message.Context, connection);
        AppendTiming(form, message.Context.Watch is null ? message.ValidityPeriod : null, message.SendAt);
        return new CreateRequest
        {
            Kind = CreateKind.Message,
            Channel = AlertChannel.WhatsApp,
            Form = form,
            To = recipient,
            From = from,
            MessagingServiceSid = service,
            ListedBody = message.ContentSid is null ? message.Body : null,
            Context = message.Context,
        };
    }

    /// <returns><see langword="null"/> when there is no caller.</returns>
    /// <exception cref="ArgumentException">Thrown when a field breaks a rule.</exception>
    public CreateRequest? Write(VoiceCall call, TwilioConnection connection)
    {
        var options = connection.Options;
        var from = call.From ?? NullIfEmpty(options.PhoneNumber);
        var recipient = Recipient(call.To, call.Context, options);
        RequestRules.Call(call);
        RequestRules.Callback(call.StatusCallback);
        if (from is null)
            return null;

        var form = new FormBuffer();
        form.Append("To"u8, string.Empty, recipient);
        form.Append("From"u8, from);
        if (call.Url is not null)
        {
            form.Append("Url"u8, call.Url.OriginalString);
            if (call.UrlMethod == CallbackMethod.Get)
                form.Append("Method"u8, "GET");
        }
        else
        {
            form.Append("Twiml"u8, call.Twiml ?? Speak(call, options.Voice));
        }

        if (call.Record)
            form.Append("Record"u8, true);

        form.Append("Timeout"u8, (long)(call.RingTimeout ?? options.Voice.RingTimeout).TotalSeconds);
        if (call.TimeLimit is { } limit)
            form.Append("TimeLimit"u8, (long)limit.TotalSeconds);

        if (call.MachineDetection != MachineDetection.None)
            form.Append("MachineDetection"u8, call.MachineDetection == MachineDetection.Enable ? "Enable" : "DetectMessageEnd");

        if (call.SendDigits is { } digits)
            form.Append("SendDigits"u8, digits);

        AppendCallback(
            form, call.StatusCallback, call.StatusCallbackMethod == CallbackMethod.Get ? CallbackMethod.Get : null, call.Context, connection);
        AppendEvents(form, call.StatusCallbackEvents);
        return new CreateRequest
        {
            Kind = CreateKind.Call,
            Channel = AlertChannel.Voice,
            Form = form,
            To = recipient,
            From = from,
            Context = call.Context,
        };
    }

    private static string Speak(VoiceCall call, VoiceOptions voice) =>
        TwimlSpeech.Say(call.Message!, call.Voice ?? voice.Voice, call.Language ?? voice.Language, voice.Repeat, out _);

    private E164PhoneNumber Recipient(string to, CreateContext context, PitWallTwilioOptions options)
    {
        if (context.Recipient.HasValue)
            return context.Recipient;

        if (string.IsNullOrWhiteSpace(to))
            throw RequestRules.Refuse("To", "is empty.");

        var result = normalizer.Normalize(to, options.Numbers);
        return result.IsSuccess ? result.Number : throw RequestRules.Refuse("To", $"is not a number to send to: {result.Reason}");
    }

    private static int Segments(CreateContext context, string? body) =>
        context.Segments > 0 ? context.Segments : SmsText.Measure(body).Segments;

    private static void AppendSender(FormBuffer form, string? from, string? messagingServiceSid)
    {
        if (messagingServiceSid is not null)
            form.Append("MessagingServiceSid"u8, messagingServiceSid);

        if (from is not null)
            form.Append("From"u8, from);
    }

    private static void AppendContent(
        FormBuffer form, string? body, IReadOnlyList<Uri> media, string? contentSid, IReadOnlyDictionary<string, string>? variables)
    {
        if (!string.IsNullOrEmpty(body))
            form.Append("Body"u8, body);

        for (var i = 0; i < media.Count; i++)
            form.Append("MediaUrl"u8, media[i].OriginalString);

        if (contentSid is null)
            return;

        form.Append("ContentSid"u8, contentSid);
        if (variables is { Count: > 0 })
            form.Append("ContentVariables"u8, Json(variables));
    }

    /// <summary>A request's own callback goes as it is; the options' carries the alert's id, so that nothing depends on having seen the SID.</summary>
    private static void AppendCallback(
        FormBuffer form, Uri? own, CallbackMethod? method, CreateContext context, TwilioConnection connection)
    {
        if (own is not null)
            form.Append("StatusCallback"u8, own.OriginalString);
        else if (context.AlertId is { } id && connection.AlertCallback is { } callback)
            form.Append("StatusCallback"u8, callback.Before, id, callback.After);
        else if (connection.Options.StatusCallback is { } configured)
            form.Append("StatusCallback"u8, configured.OriginalString);
        else
            return;

        if (method is { } verb)
            form.Append("StatusCallbackMethod"u8, verb == CallbackMethod.Get ? "GET" : "POST");
    }

    // What is watched loses validity as it waits: the transmitter appends what is left, attempt by attempt.
    private static void AppendTiming(FormBuffer form, TimeSpan? validity, DateTimeOffset? sendAt)
    {
        if (validity is { } v)
            form.Append("ValidityPeriod"u8, (long)v.TotalSeconds);

        if (sendAt is not { } at)
            return;

        form.Append("ScheduleType"u8, "fixed");
        form.Append("SendAt"u8, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static void AppendEvents(FormBuffer form, CallStatusEvents events)
    {
        if (events.HasFlag(CallStatusEvents.Initiated))
            form.Append("StatusCallbackEvent"u8, "initiated");

        if (events.HasFlag(CallStatusEvents.Ringing))
            form.Append("StatusCallbackEvent"u8, "ringing");

        if (events.HasFlag(CallStatusEvents.Answered))
            form.Append("StatusCallbackEvent"u8, "answered");

        if (events.HasFlag(CallStatusEvents.Completed))
            form.Append("StatusCallbackEvent"u8, "completed");
    }

    private static string Json(IReadOnlyDictionary<string, string> variables)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (name, value) in variables)
                json.WriteString(name, value);

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string WithWhatsAppPrefix(string from) =>
        from.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase) ? from : WhatsAppPrefix + from;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
