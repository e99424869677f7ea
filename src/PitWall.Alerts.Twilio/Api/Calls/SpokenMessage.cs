using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The words of a call as inline TwiML.</summary>
/// <param name="Twiml">The document.</param>
/// <param name="IsCut">Whether the words did not fit even once.</param>
internal readonly record struct SpokenMessage(string Twiml, bool IsCut)
{
    /// <summary>Says a message as often as the options ask and as it fits.</summary>
    /// <exception cref="ArgumentException">Thrown when the message does not fit once and no alert asked for it.</exception>
    public static SpokenMessage Of(VoiceCall call, VoiceOptions options)
    {
        var voice = call.Voice ?? options.Voice;
        var language = call.Language ?? options.Language;
        var twiml = TwimlSpeech.Say(call.Message!, voice, language, options.Repeat, out var isCut);

        // An alert is spoken as far as it fits, and its result reports that. The thin client sends all of it or nothing.
        return !isCut || call.Context.AlertId is not null
            ? new SpokenMessage(twiml, isCut)
            : throw RequestRules.Refuse("Message", "is too long to be spoken: it does not fit Twilio's 4,000 characters of inline TwiML.");
    }
}
