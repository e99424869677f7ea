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
        if (current.Voice.ScriptAddress is not { } address)
            return call with { Message = job.Text.Text };

        var script = Script(job, current.Voice, out var isCut);
        return call with { Url = AddressOf(address, scripts.Publish(script)), Context = context with { IsCut = isCut } };
    }

    private static CallScript Script(AlertJob job, VoiceOptions voice, out bool isCut)
    {
        var (id, text) = (job.Id, job.Text.Text);
        return voice.AsksForKey
            ? new CallScript(
                id,
                TwimlSpeech.Ask(text, voice.KeyPrompt, voice.Voice, voice.Language, voice.Repeat, out isCut),
                TwimlSpeech.Say(voice.KeyThanks, voice.Voice, voice.Language, times: 1, out _))
            : new CallScript(id, TwimlSpeech.Say(text, voice.Voice, voice.Language, voice.Repeat, out isCut), Thanks: null);
    }

    private static Uri AddressOf(Uri address, string token) => new($"{address.OriginalString.TrimEnd('/')}/{token}");
}
