using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.Phones;

/// <summary>Tracks which of a phone's texts and calls a test has expected ("told"), and which it has not.</summary>
internal sealed class PhoneStory(SandboxPhone phone, SandboxEvents events)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _told = [];

    /// <summary>The text that was expected last.</summary>
    public SandboxMessage? LastTold { get; private set; }

    public async Task<SandboxMessage> ExpectTextAsync(string? containing, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var expected = containing is null ? "a text" : $"a text containing \"{containing}\"";
        var text = await NextAsync(NextText, expected, timeout, cancellationToken).ConfigureAwait(false);
        return containing is null || Contains(text.Body, containing) ? text : throw Unexpected(expected, text);
    }

    public async Task<IReadOnlyList<SandboxMessage>> ExpectTextsAsync(
        IReadOnlyCollection<string> containing, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var missing = containing.ToList();
        var texts = new List<SandboxMessage>();
        while (missing.Count > 0)
        {
            var expected = "a text containing " + string.Join(" or ", missing.Select(static part => $"\"{part}\""));
            var text = await NextAsync(NextText, expected, timeout, cancellationToken).ConfigureAwait(false);
            var found = missing.FindIndex(part => Contains(text.Body, part));
            if (found < 0) throw Unexpected(expected, text);

            missing.RemoveAt(found);
            texts.Add(text);
        }

        return texts;
    }

    public async Task<SandboxCall> ExpectCallAsync(string? containing, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var call = await NextAsync(NextCall, "a call", timeout, cancellationToken).ConfigureAwait(false);
        if (containing is null) return call;

        try
        {
            await events.WaitForAsync(() => Says() || call.Status.IsFinal() ? call : null, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new SandboxExpectationException(Silent(), e);
        }

        return Says() ? call : throw new SandboxExpectationException(Silent());

        bool Says() => call.Transcript.Any(sentence => Contains(sentence, containing));

        string Silent() =>
            $"{phone.Number} expected a call that says \"{containing}\", but the call, which is {call.Status.Wire()}, did not. {CallLine.Said(call)}";
    }

    public void ExpectNothingElse()
    {
        var calls = phone.Calls.Where(call => !IsTold(call.Sid)).ToList();
        if (Untold().Count + calls.Count > 0) throw new SandboxExpectationException($"{phone.Number} expected nothing else. {Got()}");
    }

    /// <summary>Counts a call as expected.</summary>
    public void Tell(SandboxCall call)
    {
        lock (_gate) _told.Add(call.Sid);
    }

    /// <summary>Lists all that the phone got, with what was not expected marked.</summary>
    public string Got()
    {
        var texts = phone.Messages.Select(message => Line(IsTold(message.Sid) || message.IsAutomaticReply, Kind(message), message.Body));
        var calls = phone.Calls.Select(call =>
            Line(IsTold(call.Sid), "call, " + call.Status.Wire(), string.Join(" / ", call.Transcript))
            + string.Concat(call.Problems.Select(static problem => "\n  problem " + CallLine.Named(problem))));
        List<string> lines = [.. texts, .. calls];
        return lines.Count == 0 ? "It got nothing." : "It got:" + string.Concat(lines);
    }

    /// <summary>All that the phone got, and what was sent to it and is not there.</summary>
    public string GotAndMissed()
    {
        var missed = phone.Missed;
        var got = Got();
        if (missed.Count == 0) return got;

        var lines = missed.Select(static message => $"\n- {Kind(message)}, {message.Status.Wire()}{Reason(message)}: {message.Body}");
        var have = missed.Count == 1 ? "1 message to it has" : string.Create(CultureInfo.InvariantCulture, $"{missed.Count} messages to it have");
        return $"{got}\n{have} not arrived:{string.Concat(lines)}";
    }

    private static string Kind(SandboxMessage message) => message.Channel == SandboxChannel.WhatsApp ? "WhatsApp" : "text";

    private static string Line(bool isTold, string kind, string content) =>
        $"\n- {(isTold ? "" : "unexpected ")}{kind}{(content.Length > 0 ? ": " + content : "")}";

    private static string Reason(SandboxMessage message) => message.ErrorCode is not { } code ? ""
        : DeliveryErrors.Find(code) is { } known ? string.Create(CultureInfo.InvariantCulture, $" ({code}, {known})")
        : string.Create(CultureInfo.InvariantCulture, $" ({code})");

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private async Task<T> NextAsync<T>(Func<T?> next, string expected, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await events.WaitForAsync(next, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new SandboxExpectationException($"{phone.Number} expected {expected}, but none came in time. {GotAndMissed()}", e);
        }
    }

    private SandboxMessage? NextText()
    {
        lock (_gate)
        {
            var next = Untold().FirstOrDefault();
            if (next is null) return null;

            _told.Add(next.Sid);
            return LastTold = next;
        }
    }

    private SandboxCall? NextCall()
    {
        lock (_gate)
        {
            var next = phone.Calls.FirstOrDefault(call => !_told.Contains(call.Sid));
            if (next is not null) _told.Add(next.Sid);
            return next;
        }
    }

    private List<SandboxMessage> Untold()
    {
        lock (_gate) return [.. phone.Messages.Where(message => !message.IsAutomaticReply && !_told.Contains(message.Sid))];
    }

    private bool IsTold(string sid)
    {
        lock (_gate) return _told.Contains(sid);
    }

    private SandboxExpectationException Unexpected(string expected, SandboxMessage text)
    {
        lock (_gate) _told.Remove(text.Sid);
        return new SandboxExpectationException($"{phone.Number} expected {expected}, but the next text was \"{text.Body}\". {GotAndMissed()}");
    }
}
