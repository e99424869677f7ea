using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.Rest;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>
/// Turns the parameters of a create request into a call, or says why not. Source: Twilio docs, Call resource; the order of the checks is
/// ours.
/// </summary>
internal sealed class CallFactory(TwilioSandboxOptions options, Senders senders, SidFactory sids, SandboxEvents events)
{
    public ApiError? TryCreate(ApiRequest request, out CallEntry? entry)
    {
        entry = null;
        if (CallRules.Check(request) is { } malformed) return malformed;
        if (Recipient(request["To"]!, out var to) is { } unreachable) return unreachable;
        if (Normalize(request["From"]!) is not { } from || PhoneAddress.IsWhatsApp(from))
            return new(21212, $"The 'From' number {request["From"]} is not valid.");
        if (!senders.Owns(from)) return new(21210, $"The source phone number {from} is not yet verified for your account.");
        if (MagicNumbers.CheckCallRecipient(to) is { } magic) return magic;
        if (options.AccountType == SandboxAccountType.Trial && !options.VerifiedNumbers.Contains(to))
            return new(21219, $"The number {to} is unverified. Trial accounts may only make calls to verified numbers.");

        entry = New(request, from, to);
        return null;
    }

    /// <summary>Checks a request that was made with the test credentials, whose call is only shown.</summary>
    public ApiError? TryCreateTest(ApiRequest request, out SandboxCall? call)
    {
        call = null;
        if (CallRules.Check(request) is { } malformed) return malformed;
        if (MagicNumbers.CheckCallSender(request["From"]!) is { } badSender) return badSender;
        if (MagicNumbers.CheckCallRecipient(request["To"]!) is { } badRecipient) return badRecipient;
        if (Recipient(request["To"]!, out var to) is { } unreachable) return unreachable;

        call = NewCall(options.TestAccountSid, request["From"]!, to, SandboxDirection.OutboundApi, request["SendDigits"]);
        return null;
    }

    /// <summary>A call from a phone.</summary>
    public CallEntry NewInbound(string from, OwnedNumber to) => new(NewCall(options.AccountSid, from, to.PhoneNumber, SandboxDirection.Inbound, null))
    {
        Instructions = new Instructions
        {
            Url = to.VoiceUrl,
            Method = to.VoiceMethod,
            FallbackUrl = to.VoiceFallbackUrl,
            FallbackMethod = to.VoiceFallbackMethod,
        },
        StatusCallback = to.StatusCallback,
        StatusCallbackMethod = to.StatusCallbackMethod,
    };

    /// <summary>The instructions that a request gives; a URL wins over inline ones.</summary>
    public static Instructions Instructions(ApiRequest request) => new()
    {
        Text = request["Url"] is null ? request["Twiml"] : null,
        Url = request["Url"],
        Method = request["Method"] ?? "POST",
        FallbackUrl = request["FallbackUrl"],
        FallbackMethod = request["FallbackMethod"] ?? "POST",
    };

    private string? Normalize(string text) => PhoneAddress.Normalize(text) ?? (options.PlaceholderNumbers.Contains(text) ? text : null);

    private ApiError? Recipient(string text, out string to)
    {
        to = Normalize(text) ?? "";
        return to.Length > 0 && !PhoneAddress.IsWhatsApp(to) ? null : new(21217, $"The phone number {text} does not appear to be valid.");
    }

    private CallEntry New(ApiRequest request, string from, string to)
    {
        var call = NewCall(options.AccountSid, from, to, SandboxDirection.OutboundApi, request["SendDigits"]);
        if (request["Url"] is not null && request["Twiml"] is not null)
            call.Complain(32019, "Both 'Url' and 'Twiml' were given; 'Twiml' is ignored.");
        return new CallEntry(call)
        {
            Instructions = Instructions(request),
            RingTimeout = Seconds(request["Timeout"]) ?? TimeSpan.FromSeconds(60),
            TimeLimit = Seconds(request["TimeLimit"]),
            StatusCallback = request["StatusCallback"],
            StatusCallbackMethod = request["StatusCallbackMethod"] ?? "POST",
            StatusCallbackEvents = request.Has("StatusCallbackEvent") ? [.. request.All("StatusCallbackEvent")] : ["completed"],
            DetectsMachines = request["MachineDetection"] is not null,
            AsyncAmdCallback = request["AsyncAmd"] == "true" ? request["AsyncAmdStatusCallback"] : null,
            AsyncAmdMethod = request["AsyncAmdStatusCallbackMethod"] ?? "POST",
        };
    }

    private SandboxCall NewCall(string accountSid, string from, string to, SandboxDirection direction, string? sendDigits)
    {
        var now = options.TimeProvider.GetUtcNow();
        var call = new SandboxCall
        {
            Sid = sids.Next("CA"),
            AccountSid = accountSid,
            From = from,
            To = to,
            Direction = direction,
            DateCreated = now,
            SendDigits = sendDigits,
            Line = new CallLine(events),
        };
        call.TryMove(SandboxCallStatus.Queued, now);
        return call;
    }

    private static TimeSpan? Seconds(string? text) => text is null ? null : TimeSpan.FromSeconds(int.Parse(text, CultureInfo.InvariantCulture));
}
