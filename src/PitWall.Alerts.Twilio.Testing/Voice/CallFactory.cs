using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Rest;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Turns the parameters of a create request into a call, or says why not. Source: Twilio docs, Call resource; the order of the checks is ours.</summary>
internal sealed class CallFactory(TwilioSandboxOptions options, Senders senders, SidFactory sids)
{
    // Source: Twilio docs, error 32018.
    private const int MaxTwiml = 4000;

    public ApiError? TryCreate(ApiRequest request, out CallEntry? entry)
    {
        entry = null;
        if (request["To"] is not { } to) return new(21201, "No 'To' number is specified");
        if (request["From"] is not { } from) return new(21213, "No 'From' number is specified");
        if (request["Url"] is null && request["Twiml"] is null && request["ApplicationSid"] is null) return new(21205, "Url parameter is required.");
        if (request["Url"] is null && request["Twiml"]?.Length > MaxTwiml) return new(32018, "The Twiml parameter exceeds the limit of 4000 characters.");
        if (PhoneAddress.Normalize(to) is not { } recipient || PhoneAddress.IsWhatsApp(recipient)) return new(21217, $"The phone number {to} does not appear to be valid.");
        if (PhoneAddress.Normalize(from) is not { } sender || PhoneAddress.IsWhatsApp(sender)) return new(21212, $"The 'From' number {from} is not valid.");
        if (!senders.Owns(sender)) return new(21210, $"The source phone number {sender} is not yet verified for your account.");

        var now = options.TimeProvider.GetUtcNow();
        var call = new SandboxCall { Sid = sids.Next("CA"), AccountSid = options.AccountSid, From = sender, To = recipient, DateCreated = now };
        call.TryMove(SandboxCallStatus.Queued, now);
        entry = new CallEntry(call)
        {
            Twiml = request["Url"] is null ? request["Twiml"] : null,
            StatusCallback = request["StatusCallback"],
            StatusCallbackMethod = request["StatusCallbackMethod"] ?? "POST",
            StatusCallbackEvents = request.Has("StatusCallbackEvent") ? [.. request.All("StatusCallbackEvent")] : ["completed"],
        };
        return null;
    }
}
