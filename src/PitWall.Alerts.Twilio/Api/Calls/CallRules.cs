using System.Globalization;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's limits on calls.</summary>
/// <remarks>Source: Twilio docs, Call resource, request parameters; the page of error 32018; TwiML Say, attributes.</remarks>
internal static class CallRules
{
    private const int MaxSendDigits = 32;
    private const int MaxVoiceCharacters = 100;

    private static readonly TimeSpan ShortestRing = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRing = TimeSpan.FromSeconds(600);
    private static readonly TimeSpan ShortestCall = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(1);

    public static void Check(VoiceCall call)
    {
        Source(call);
        Voice(call.Voice, "Voice");
        Voice(call.Language, "Language");
        RequestRules.Verb(call.UrlMethod, "UrlMethod");
        RequestRules.Callback(call.StatusCallback);
        RequestRules.Verb(call.StatusCallbackMethod, "StatusCallbackMethod");
        if ((call.StatusCallbackEvents & ~CallStatusEvents.All) != CallStatusEvents.None)
            throw RequestRules.Refuse("StatusCallbackEvents", "holds an event that is not known.");

        if (call.RingTimeout is { } ring && (ring < ShortestRing || ring > LongestRing))
            throw RequestRules.Refuse("RingTimeout", "must be 5 s to 600 s.");

        if (call.TimeLimit is { } limit && (limit < ShortestCall || limit > LongestCall))
            throw RequestRules.Refuse("TimeLimit", "must be 1 s to 86,400 s.");

        if (call.SendDigits is { } digits
            && (digits.Length is 0 or > MaxSendDigits || digits.AsSpan().ContainsAnyExcept("0123456789*#wW")))
        {
            throw RequestRules.Refuse("SendDigits", "must be 1 to 32 of 0-9 * # w W.");
        }

        if (!Enum.IsDefined(call.MachineDetection))
            throw RequestRules.Refuse("MachineDetection", "must be None, Enable or DetectMessageEnd.");
    }

    /// <summary>Whether a text can be the name of a voice or a language, such as <c>Polly.Amy-Neural</c> or <c>en-GB</c>.</summary>
    public static bool IsVoice(string text) =>
        text.Length <= MaxVoiceCharacters && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static void Source(VoiceCall call)
    {
        var sources = (call.Message is null ? 0 : 1) + (call.Twiml is null ? 0 : 1) + (call.Url is null ? 0 : 1);
        if (sources != 1)
            throw RequestRules.Refuse("Message", "or Twiml or Url must be set, and only one of them.");

        if (call.Message is not null && string.IsNullOrWhiteSpace(call.Message))
            throw RequestRules.Refuse("Message", "is empty.");

        if (call.Twiml is not null && string.IsNullOrWhiteSpace(call.Twiml))
            throw RequestRules.Refuse("Twiml", "is empty.");

        if (call.Twiml?.Length > TwimlSpeech.MaxLength)
        {
            throw RequestRules.Refuse(
                "Twiml",
                string.Create(
                    CultureInfo.InvariantCulture, $"has {call.Twiml.Length:N0} characters; Twilio takes {TwimlSpeech.MaxLength:N0} inline."));
        }

        if (call.Url is not null)
            RequestRules.Address(call.Url, "Url");
    }

    private static void Voice(string? text, string field)
    {
        if (text is not null && !IsVoice(text))
            throw RequestRules.Refuse(field, "must be letters, digits, dots and hyphens, such as Polly.Amy or en-GB.");
    }
}
