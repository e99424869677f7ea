namespace PitWall.Alerts.Twilio.Api;

/// <summary>Checks a call and writes it as the form Twilio reads.</summary>
/// <remarks>Source of names and values: Twilio docs, Call resource, request parameters.</remarks>
internal sealed class CallWriter(RequestRecipients recipients)
{
    /// <returns><see langword="null"/> when there is no caller.</returns>
    /// <exception cref="ArgumentException">Thrown when a field breaks a rule.</exception>
    public CreateRequest? Write(VoiceCall call, TwilioConnection connection)
    {
        var options = connection.Options;
        var recipient = recipients.Read(call.To, AlertChannel.Voice, call.Context, options);
        CallRules.Check(call);
        if (call.From is { } caller && !SenderAddress.CanCall(caller, options.Numbers))
            throw RequestRules.Refuse("From", "must be a number in E.164: a call has no other sender.");

        // The sender of texts may be a short code or a name, and neither can call.
        var from = call.From ?? (SenderAddress.CanCall(options.PhoneNumber, options.Numbers) ? options.PhoneNumber : null);
        var speech = call.Message is null ? default : SpokenMessage.Of(call, options.Voice);
        if (from is null)
            return null;

        return new CreateRequest
        {
            Kind = CreateKind.Call,
            Channel = AlertChannel.Voice,
            Form = Form(call, speech.Twiml, recipient, from, connection),
            To = recipient,
            ToAsWritten = call.To,
            From = from,
            IsCut = speech.IsCut || call.Context.IsCut,
            Context = call.Context,
        };
    }

    private static FormBuffer Form(VoiceCall call, string? speech, E164PhoneNumber recipient, string from, TwilioConnection connection)
    {
        var form = new FormBuffer();
        form.Append("To"u8, string.Empty, recipient);
        form.Append("From"u8, from);
        AppendSource(form, call, speech);
        if (call.Record)
            form.Append("Record"u8, true);

        form.Append("Timeout"u8, (long)(call.RingTimeout ?? connection.Options.Voice.RingTimeout).TotalSeconds);
        if (call.TimeLimit is { } limit)
            form.Append("TimeLimit"u8, (long)limit.TotalSeconds);

        if (call.MachineDetection != MachineDetection.None)
            form.Append("MachineDetection"u8, call.MachineDetection == MachineDetection.Enable ? "Enable" : "DetectMessageEnd");

        if (call.SendDigits is { } digits)
            form.Append("SendDigits"u8, digits);

        CallbackMethod? verb = call.StatusCallbackMethod == CallbackMethod.Get ? CallbackMethod.Get : null;
        if (CallbackFields.Append(form, call.StatusCallback, verb, call.Context, connection))
            AppendEvents(form, call.StatusCallbackEvents);

        return form;
    }

    private static void AppendSource(FormBuffer form, VoiceCall call, string? speech)
    {
        if (call.Url is not { } url)
        {
            form.Append("Twiml"u8, call.Twiml ?? speech);
            return;
        }

        form.Append("Url"u8, WebAddress.OnWire(url));
        if (call.UrlMethod == CallbackMethod.Get)
            form.Append("Method"u8, "GET");
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
}
