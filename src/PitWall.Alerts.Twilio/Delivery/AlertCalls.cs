using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Text;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Creates the call for a spoken alert: its words travel along, or wait under a token until the call is answered.</summary>
internal sealed class AlertCalls(CallScripts scripts, Func<PitWallTwilioOptions> options)
{
    public VoiceCall Make(AlertJob job, CreateContext context)
    {
        var current = options();
        var call = new VoiceCall
        {
            To = job.Recipient.ToString(),
            StatusCallbackEvents = current.StatusCallback is null ? CallStatusEvents.None : CallStatusEvents.All,
            Context = context,
        };
        return current.Voice.ScriptAddress is { } address
            ? call with { Url = AddressOf(address, scripts.Publish(Script(job, current.Voice))) }
            : call with { Message = job.Text.Text };
    }

    private static CallScript Script(AlertJob job, VoiceOptions voice)
    {
        var (id, text) = (job.Id, job.Text.Text);
        return voice.AsksForKey
            ? new CallScript(
                id,
                TwimlSpeech.Ask(text, voice.KeyPrompt, voice.Voice, voice.Language, voice.Repeat),
                TwimlSpeech.Say(voice.KeyThanks, voice.Voice, voice.Language, times: 1, out _))
            : new CallScript(id, TwimlSpeech.Say(text, voice.Voice, voice.Language, voice.Repeat, out _), Thanks: null);
    }

    private static Uri AddressOf(Uri address, string token) => new($"{address.OriginalString.TrimEnd('/')}/{token}");
}
