using System.Globalization;
using System.Xml.Linq;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Collects what is pressed or said. Source: Twilio docs, "TwiML Voice: Gather".</summary>
internal sealed class GatherPlayer(TwilioSandboxOptions options, PhoneHabits habits)
{
    private const int DefaultTimeoutSeconds = 5;

    public Gathering Open(CallEntry entry, XElement gather)
    {
        var input = (string?)gather.Attribute("input") ?? "dtmf";
        var gathering = new Gathering(
            Positive(gather, "numDigits"),
            (string?)gather.Attribute("finishOnKey") ?? "#",
            takesKeys: input.Contains("dtmf", StringComparison.Ordinal),
            takesSpeech: input.Contains("speech", StringComparison.Ordinal));
        entry.Call.Line.Open(gathering);
        return gathering;
    }

    /// <summary>Waits for the end of the input.</summary>
    /// <returns>What to report to the action; null when there is nothing to report and the next verb follows.</returns>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>?> FinishAsync(
        CallEntry entry, Gathering gathering, XElement gather, CancellationToken cancellationToken)
    {
        try
        {
            var answering = habits.Answering(entry.Call.PhoneNumber);
            if (answering.Answer is PhoneAnswer.Pressing or PhoneAnswer.Machine) PressByItself(entry, gathering, answering);
            else await WaitAsync(gathering, gather, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gathering.Close();
            entry.Call.Line.Close();
        }

        entry.Call.Take(gathering.Keys);
        var reportsNothing = (string?)gather.Attribute("actionOnEmptyResult") == "true";
        if (!gathering.HasInput && !reportsNothing)
        {
            gathering.SetHandled();
            return null;
        }

        return Fields(gathering);
    }

    private static List<KeyValuePair<string, string>> Fields(Gathering gathering)
    {
        if (gathering.Speech is { } speech) return [new("SpeechResult", speech), new("Confidence", "1.0")];

        List<KeyValuePair<string, string>> fields = [new("Digits", gathering.Keys)];
        if (gathering.FinishedOn is { } key) fields.Add(new("FinishedOnKey", key.ToString()));
        return fields;
    }

    private static void PressByItself(CallEntry entry, Gathering gathering, PhoneAnswering answering)
    {
        var next = entry.NextGather();
        if (gathering.TakesKeys && next < answering.Keys.Count) gathering.Press(answering.Keys[next]);
    }

    private static int? Positive(XElement gather, string attribute) =>
        int.TryParse((string?)gather.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>The time-out begins anew with every key.</summary>
    private async Task WaitAsync(Gathering gathering, XElement gather, CancellationToken cancellationToken)
    {
        var timeout = TimeSpan.FromSeconds(Positive(gather, "timeout") ?? DefaultTimeoutSeconds);
        try
        {
            while (!gathering.IsComplete) await gathering.WaitAsync(timeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What was pressed so far counts.
        }
    }
}
