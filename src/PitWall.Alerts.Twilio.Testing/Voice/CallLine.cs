using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Events;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>The phone's end of a call: what a person does with it, and what the instructions learn of that.</summary>
internal sealed class CallLine(SandboxEvents events)
{
    private const string AllKeys = "0123456789*#";

    private readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _hangUp = new();
    private volatile Gathering? _gathering;
    private volatile bool _waitsForAnswer;
    private int _hangupReason;

    /// <summary>Cancelled when someone ends the call.</summary>
    public CancellationToken HungUp => _hangUp.Token;

    public SandboxHangup HangupReason => (SandboxHangup)Volatile.Read(ref _hangupReason);

    /// <summary>Whether the instructions wait for keys.</summary>
    public bool TakesKeys => _gathering is { IsComplete: false, TakesKeys: true };

    /// <summary>Lets the phone ring until the call is answered or refused; true for answered, false for refused.</summary>
    /// <exception cref="TimeoutException">Thrown when it was neither answered nor refused in time.</exception>
    public Task<bool> RingAsync(TimeSpan timeout, TimeProvider clock)
    {
        _waitsForAnswer = true;
        events.Wake();
        return _answer.Task.WaitAsync(timeout, clock, HungUp);
    }

    public void HangUp(SandboxHangup reason)
    {
        if (Interlocked.CompareExchange(ref _hangupReason, (int)reason, (int)SandboxHangup.None) == (int)SandboxHangup.None) _hangUp.Cancel();
    }

    public void Open(Gathering gathering)
    {
        _gathering = gathering;
        events.Wake();
    }

    public void Close() => _gathering = null;

    public Task AnswerAsync(SandboxCall call, CancellationToken cancellationToken) => DecideAsync(call, answers: true, cancellationToken);

    public Task RejectAsync(SandboxCall call, CancellationToken cancellationToken) => DecideAsync(call, answers: false, cancellationToken);

    public async Task PressAsync(SandboxCall call, string keys, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(keys);
        if (keys.AsSpan().ContainsAnyExcept(AllKeys)) throw new ArgumentException("Keys are digits, * and #.", nameof(keys));

        var gathering = await OpenGatheringAsync(call, static gathering => gathering.TakesKeys, "keys", cancellationToken).ConfigureAwait(false);
        gathering.Press(keys);
        var known = gathering.IsComplete ? gathering.Handled : gathering.Waiting;
        await known.WaitAsync(SandboxPhone.DefaultTimeout, cancellationToken).ConfigureAwait(false);
    }

    public async Task SayAsync(SandboxCall call, string words, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(words);

        var gathering = await OpenGatheringAsync(call, static gathering => gathering.TakesSpeech, "speech", cancellationToken).ConfigureAwait(false);
        gathering.Say(words);
        await gathering.Handled.WaitAsync(SandboxPhone.DefaultTimeout, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SandboxCallStatus> WaitForEndAsync(SandboxCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await WaitForAsync(call, () => call.Status.IsFinal(), timeout, cancellationToken).ConfigureAwait(false);
            return call.Status;
        }
        catch (TimeoutException e)
        {
            throw new SandboxExpectationException($"The call to {call.PhoneNumber} is still {call.Status.Wire()}. {Said(call)}", e);
        }
    }

    /// <summary>What the call said, and what was wrong with its instructions.</summary>
    public static string Said(SandboxCall call)
    {
        var said = call.Transcript is { Count: > 0 } sentences ? "It said:" + Lines(sentences) : "It said nothing.";
        return call.Problems is { Count: > 0 } problems ? said + "\nIts problems:" + Lines(problems.Select(Named)) : said;
    }

    /// <summary>The problem with its code, unless it is the sandbox's own and has none.</summary>
    public static string Named(SandboxCallProblem problem) =>
        problem.Code == 0 ? problem.Detail : string.Create(CultureInfo.InvariantCulture, $"{problem.Code}: {problem.Detail}");

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(static line => "\n- " + line));

    private Task WaitForAsync(SandboxCall call, Func<bool> happened, TimeSpan timeout, CancellationToken cancellationToken) =>
        events.WaitForAsync(() => happened() ? call : null, timeout, cancellationToken);

    private async Task DecideAsync(SandboxCall call, bool answers, CancellationToken cancellationToken)
    {
        await UntilAsync(call, () => _waitsForAnswer, "ring for someone to answer", cancellationToken).ConfigureAwait(false);
        if (!_answer.TrySetResult(answers)) throw new SandboxExpectationException($"The call to {call.PhoneNumber} was answered or refused before.");

        await WaitForAsync(call, () => call.Status != SandboxCallStatus.Ringing, SandboxPhone.DefaultTimeout, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Gathering> OpenGatheringAsync(SandboxCall call, Func<Gathering, bool> fits, string what, CancellationToken cancellationToken)
    {
        Gathering? open = null;
        await UntilAsync(call, IsOpen, "ask for " + what, cancellationToken).ConfigureAwait(false);
        return open!;

        bool IsOpen() => _gathering is { IsComplete: false } gathering && fits(open = gathering);
    }

    /// <summary>Waits for something that can only happen while the call is on.</summary>
    private async Task UntilAsync(SandboxCall call, Func<bool> happened, string what, CancellationToken cancellationToken)
    {
        try
        {
            await WaitForAsync(call, () => happened() || call.Status.IsFinal(), SandboxPhone.DefaultTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new SandboxExpectationException($"The call to {call.PhoneNumber} did not {what}; it is {call.Status.Wire()}. {Said(call)}", e);
        }

        if (call.Status.IsFinal())
            throw new SandboxExpectationException($"The call to {call.PhoneNumber} did not {what} before it was {call.Status.Wire()}. {Said(call)}");
    }
}
