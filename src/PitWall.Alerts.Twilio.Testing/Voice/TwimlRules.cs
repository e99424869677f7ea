using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>What is wrong with a verb. Warnings do not keep Twilio from carrying it out.</summary>
/// <remarks>Source: Twilio docs, "TwiML for Programmable Voice", and errors 12200, 13310, 13313, 13314, 13320, 13520, 13521.</remarks>
internal static class TwimlRules
{
    private const int MaxBasicSay = 4096;
    private const int MaxPollySay = 3000;
    private const int MaxGoogleSay = 5000;

    private static readonly FrozenDictionary<string, string[]?> Attributes = new Dictionary<string, string[]?>
    {
        ["Say"] = ["voice", "language", "loop"],
        ["Play"] = ["loop", "digits"],
        ["Pause"] = ["length"],
        ["Hangup"] = [],
        ["Redirect"] = ["method"],
        ["Reject"] = ["reason"],
        ["Gather"] =
        [
            "action", "actionOnEmptyResult", "bargeIn", "debug", "dtmfDetection", "enhanced", "finishOnKey", "hints", "input", "language",
            "maxSpeechTime", "method", "numDigits", "partialResultCallback", "partialResultCallbackMethod", "profanityFilter", "speechModel",
            "speechTimeout", "timeout",
        ],
        // These exist, but the sandbox does not carry them out and does not check their attributes.
        ["Connect"] = null,
        ["Dial"] = null,
        ["Enqueue"] = null,
        ["Leave"] = null,
        ["Pay"] = null,
        ["Prompt"] = null,
        ["Record"] = null,
        ["Refer"] = null,
        ["Siprec"] = null,
        ["Sms"] = null,
        ["Start"] = null,
        ["Stop"] = null,
    }.ToFrozenDictionary();

    public static bool IsKnown(string verb) => Attributes.ContainsKey(verb);

    public static IEnumerable<SandboxCallProblem> Check(XElement verb)
    {
        var name = verb.Name.LocalName;
        if (!Attributes.TryGetValue(name, out var known)) return [new(12200, $"The verb '{name}' is not known; names are case-sensitive.")];

        var problems = known is null
            ? []
            : verb.Attributes().Where(attribute => !known.Contains(attribute.Name.LocalName))
                .Select(attribute => new SandboxCallProblem(12200, $"The attribute '{attribute.Name.LocalName}' is not allowed in '{name}'."));
        return name switch
        {
            "Say" => [.. problems, .. CheckSay(verb)],
            "Gather" => [.. problems, .. CheckGather(verb)],
            _ => problems,
        };
    }

    private static IEnumerable<SandboxCallProblem> CheckSay(XElement say)
    {
        var voice = (string?)say.Attribute("voice") ?? "";
        var max = voice.StartsWith("Polly.", StringComparison.Ordinal) ? MaxPollySay
            : voice.StartsWith("Google.", StringComparison.Ordinal) ? MaxGoogleSay
            : MaxBasicSay;
        if (string.IsNullOrWhiteSpace(say.Value)) yield return new(13520, "'Say' has no text.");
        if (say.Value.Length > max) yield return new(13521, $"The text of 'Say' is longer than {max} characters.");
    }

    private static IEnumerable<SandboxCallProblem> CheckGather(XElement gather)
    {
        if ((string?)gather.Attribute("numDigits") is { } digits && !IsPositive(digits))
            yield return new(13314, $"'{digits}' is no number of digits.");
        if ((string?)gather.Attribute("timeout") is { } timeout && timeout != "auto" && !IsPositive(timeout))
            yield return new(13313, $"'{timeout}' is no time-out.");
        if ((string?)gather.Attribute("finishOnKey") is { } key && key.AsSpan().ContainsAnyExcept("0123456789*#"))
            yield return new(13310, $"'{key}' is no key to finish on.");
        foreach (var child in gather.Elements())
        {
            if (child.Name.LocalName is not ("Say" or "Play" or "Pause"))
                yield return new(13320, $"'{child.Name.LocalName}' is not allowed in 'Gather'.");
            else foreach (var problem in Check(child)) yield return problem;
        }
    }

    private static bool IsPositive(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
}
