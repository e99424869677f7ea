using System.Globalization;
using System.Xml.Linq;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Clock;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Fetches instructions and carries them out. Source: Twilio docs, "TwiML for Programmable Voice".</summary>
internal sealed class TwimlPlayer(
    TwilioSandboxOptions options, CallStore store, CallbackDispatcher callbacks, GatherPlayer gathers, Scheduler scheduler)
{
    // Source: Twilio docs, "TwiML Voice: Say", loop: 0 repeats up to 1000 times.
    private const int MaxLoop = 1000;

    // Ordinary speech; 150 words a minute of six characters.
    private const double CharactersPerSecond = 15;

    /// <summary>Gets instructions from the host, or from its fallback; null when neither gave any that can be understood.</summary>
    public async Task<TwimlDocument?> FetchAsync(CallEntry entry, Instructions instructions, CancellationToken cancellationToken)
    {
        try
        {
            if (instructions.Text is { } inline) return Understand(entry, TwimlDocument.Parse(inline, out var malformed), malformed);
            if (await FetchAsync(entry, instructions, instructions.Url, instructions.Method, cancellationToken).ConfigureAwait(false) is { } document)
                return document;
            if (instructions.FallbackUrl is not { Length: > 0 } fallback) return null;

            return await FetchAsync(entry, instructions, fallback, instructions.FallbackMethod, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            instructions.Reports?.SetHandled();
        }
    }

    /// <summary>Carries out a document.</summary>
    /// <returns>Where the next instructions come from, if any, and whether these hung up.</returns>
    public async Task<(Instructions? Next, bool HungUp)> PlayAsync(
        CallEntry entry, TwimlDocument document, Instructions source, CancellationToken cancellationToken)
    {
        foreach (var verb in document.Verbs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var problem in TwimlRules.Check(verb)) entry.Call.Complain(problem.Code, problem.Detail);
            switch (verb.Name.LocalName)
            {
                case "Hangup" or "Reject":
                    return (null, true);
                case "Redirect":
                    return (Follow(entry, source, verb.Value.Trim(), (string?)verb.Attribute("method")), false);
                case "Gather":
                    var gathering = gathers.Open(entry, verb);
                    store.Changed(entry);
                    foreach (var nested in verb.Elements())
                    {
                        if (!gathering.IsComplete) await SpeakAsync(entry, nested, cancellationToken).ConfigureAwait(false);
                    }

                    var fields = await gathers.FinishAsync(entry, gathering, verb, cancellationToken).ConfigureAwait(false);
                    store.Changed(entry);
                    if (fields is null) break;

                    var next = Follow(entry, source, (string?)verb.Attribute("action"), (string?)verb.Attribute("method"));
                    if (next is null) gathering.SetHandled();
                    return (next is null ? null : next with { Fields = fields, Reports = gathering }, false);
                default:
                    await SpeakAsync(entry, verb, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        return (null, false);
    }

    private async Task<TwimlDocument?> FetchAsync(
        CallEntry entry, Instructions instructions, string? url, string method, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> fields = [.. CallCallback.Common(entry.Call, entry.Call.Status.Wire()), .. instructions.Fields];
        if (entry is { Call.AnsweredBy: { } answeredBy, AsyncAmdCallback: null }) fields.Add(new("AnsweredBy", answeredBy));
        var webhook = callbacks.NewWebhook(url ?? "", method, fields);
        var answer = await callbacks.SendAsync(entry.Fetches, webhook).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess) return Understand(entry, null, new(answer.ErrorCode!.Value, answer.Problem ?? ""));

        return Understand(entry, TwimlDocument.FromAnswer(answer.ContentType, answer.Body, out var problem), problem);
    }

    private static TwimlDocument? Understand(CallEntry entry, TwimlDocument? document, SandboxCallProblem problem)
    {
        if (document is null) entry.Call.Complain(problem.Code, problem.Detail);
        return document;
    }

    /// <summary>The instructions at another address, which may be relative to where these came from; null when that cannot be.</summary>
    private static Instructions? Follow(CallEntry entry, Instructions source, string? address, string? method)
    {
        var target = address switch
        {
            null or "" => source.Url,
            _ when WebhookAddress.TryParse(address, out _) => address,
            _ when source.Url is { } url && Uri.TryCreate(new Uri(url), address, out var absolute) => absolute.AbsoluteUri,
            _ => null,
        };
        if (target is not null) return new Instructions { Url = target, Method = method ?? "POST" };

        entry.Call.Complain(11100, $"The address '{address}' is not absolute, and inline instructions have none that it could be relative to.");
        return null;
    }

    private async Task SpeakAsync(CallEntry entry, XElement verb, CancellationToken cancellationToken)
    {
        switch (verb.Name.LocalName)
        {
            case "Say" when verb.Value.Trim() is { Length: > 0 } text:
                for (var i = 0; i < Loops(verb); i++)
                    await HearAsync(entry, text, TimeSpan.FromSeconds(text.Length / CharactersPerSecond), cancellationToken).ConfigureAwait(false);
                break;
            case "Play":
                for (var i = 0; i < Loops(verb); i++)
                    await HearAsync(entry, $"[plays {verb.Value.Trim()}]", TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                break;
            case "Pause":
                await TakeTimeAsync(TimeSpan.FromSeconds(Number(verb, "length", 1)), cancellationToken).ConfigureAwait(false);
                break;
            case var other when TwimlRules.IsKnown(other) && other != "Say":
                await HearAsync(entry, $"[{other} is not carried out by the sandbox]", TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task HearAsync(CallEntry entry, string text, TimeSpan length, CancellationToken cancellationToken)
    {
        entry.Call.Hear(text);
        store.Changed(entry);
        await TakeTimeAsync(length, cancellationToken).ConfigureAwait(false);
    }

    private Task TakeTimeAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return options.Pace.SpeaksInRealTime ? scheduler.DelayAsync(length, cancellationToken) : Task.CompletedTask;
    }

    private static int Loops(XElement verb) => Number(verb, "loop", 1) is var loops and > 0 ? Math.Min(loops, MaxLoop) : MaxLoop;

    private static int Number(XElement verb, string attribute, int otherwise) =>
        int.TryParse((string?)verb.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
