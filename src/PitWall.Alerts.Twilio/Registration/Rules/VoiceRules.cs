using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>How calls sound and how they are placed.</summary>
internal static class VoiceRules
{
    private const int LongestSentence = 200;
    private const string SentenceRule = "must be 1 to 200 characters without control characters.";
    private const string NameRule = "must be letters, digits, dots and hyphens, such as Polly.Amy or en-GB.";

    public static void Check(OptionFailures failures, VoiceOptions o)
    {
        failures.Check(string.IsNullOrEmpty(o.Voice) || CallRules.IsVoice(o.Voice), "Voice:Voice", NameRule);
        failures.Check(string.IsNullOrEmpty(o.Language) || CallRules.IsVoice(o.Language), "Voice:Language", NameRule);
        failures.Check(o.Repeat is >= 1 and <= 5, "Voice:Repeat", "must be 1 to 5.");
        failures.CheckRange(o.RingTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(600), "Voice:RingTimeout");
        failures.Check(
            o.ScriptAddress is null || AddressRules.IsRoot(o.ScriptAddress), "Voice:ScriptAddress",
            "must be an absolute http or https address without user, query and fragment.");
        failures.Check(
            o.ScriptAddress is not { IsAbsoluteUri: true } address || address.AbsolutePath != "/", "Voice:ScriptAddress",
            "needs the path of the voice webhook, such as https://pit.example/twilio/voice: a token is added to it for each call.");
        failures.CheckRange(o.ScriptLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), "Voice:ScriptLifetime");
        failures.Check(!o.AsksForKey || o.ScriptAddress is not null, "Voice:AsksForKey", "needs Voice:ScriptAddress, where the key is reported to.");
        failures.Check(!o.AsksForKey || IsSentence(o.KeyPrompt), "Voice:KeyPrompt", SentenceRule);
        failures.Check(!o.AsksForKey || IsSentence(o.KeyThanks), "Voice:KeyThanks", SentenceRule);
    }

    private static bool IsSentence(string text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= LongestSentence && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
