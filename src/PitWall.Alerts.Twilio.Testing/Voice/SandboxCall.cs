using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>A call in the sandbox. It is live: its properties always show the present state. Safe for concurrent use.</summary>
public sealed class SandboxCall
{
    private readonly Lock _gate = new();
    private readonly List<string> _transcript = [];
    private readonly List<SandboxCallProblem> _problems = [];
    private SandboxCallStatus _status;
    private SandboxHangup _hangup;
    private string _pressedKeys = "";
    private DateTimeOffset _dateUpdated;
    private DateTimeOffset? _startTime;
    private DateTimeOffset? _endTime;

    internal SandboxCall()
    {
    }

    /// <summary>The call SID.</summary>
    public required string Sid { get; init; }

    /// <summary>The account it belongs to.</summary>
    public required string AccountSid { get; init; }

    /// <summary>Who calls, in E.164.</summary>
    public required string From { get; init; }

    /// <summary>Who is called, in E.164.</summary>
    public required string To { get; init; }

    /// <summary>Who placed it.</summary>
    public SandboxDirection Direction { get; init; }

    /// <summary>When it was created, on the sandbox's clock.</summary>
    public DateTimeOffset DateCreated { get; init; }

    /// <summary>The keys that the caller's side sends after the answer; null for none.</summary>
    public string? SendDigits { get; init; }

    /// <summary>What has become of it so far.</summary>
    public SandboxCallStatus Status
    {
        get { lock (_gate) return _status; }
    }

    /// <summary>Why it ended.</summary>
    public SandboxHangup Hangup
    {
        get { lock (_gate) return _hangup; }
    }

    /// <summary>What was spoken or played, one entry for each such verb of the instructions, in order.</summary>
    public IReadOnlyList<string> Transcript
    {
        get { lock (_gate) return [.. _transcript]; }
    }

    /// <summary>What was wrong with its instructions, in order; empty when all was well.</summary>
    public IReadOnlyList<SandboxCallProblem> Problems
    {
        get { lock (_gate) return [.. _problems]; }
    }

    /// <summary>All keys that were pressed on the phone and taken by the instructions.</summary>
    public string PressedKeys
    {
        get { lock (_gate) return _pressedKeys; }
    }

    /// <summary>What answered: <c>human</c> or <c>machine_start</c>; null when machine detection was not asked for.</summary>
    public string? AnsweredBy { get; internal set; }

    /// <summary>How long it waited for its turn before it was dialled.</summary>
    public TimeSpan QueueTime { get; internal set; }

    /// <summary>When it last changed, on the sandbox's clock.</summary>
    public DateTimeOffset DateUpdated
    {
        get { lock (_gate) return _dateUpdated; }
    }

    /// <summary>When it was answered, on the sandbox's clock; null before.</summary>
    public DateTimeOffset? StartTime
    {
        get { lock (_gate) return _startTime; }
    }

    /// <summary>When it ended, on the sandbox's clock; null before.</summary>
    public DateTimeOffset? EndTime
    {
        get { lock (_gate) return _endTime; }
    }

    /// <summary>How long it was connected, in whole seconds begun and at least one, as it is billed; null unless it is completed.</summary>
    public TimeSpan? Duration => Status == SandboxCallStatus.Completed && EndTime - StartTime is { } duration
        ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(duration.TotalSeconds)))
        : null;

    /// <summary>The phone at the other end, in E.164.</summary>
    public string PhoneNumber => Direction == SandboxDirection.Inbound ? From : To;

    internal CallLine Line { get; init; } = null!;

    /// <summary>Answers a phone that rings.</summary>
    /// <exception cref="SandboxExpectationException">Thrown when it does not ring, or not any more.</exception>
    public Task AnswerAsync(CancellationToken cancellationToken = default) => Line.AnswerAsync(this, cancellationToken);

    /// <summary>Refuses a call that rings: its status becomes busy.</summary>
    /// <exception cref="SandboxExpectationException">Thrown when it does not ring, or not any more.</exception>
    public Task RejectAsync(CancellationToken cancellationToken = default) => Line.RejectAsync(this, cancellationToken);

    /// <summary>
    /// Presses keys. It waits until the instructions ask for keys, and, when these complete what they ask for, until the host has answered
    /// the request that reports them.
    /// </summary>
    /// <param name="keys">Digits, <c>*</c> and <c>#</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">Thrown when <paramref name="keys"/> is empty or holds anything that is no key.</exception>
    /// <exception cref="SandboxExpectationException">Thrown when the call asks for no keys; the text tells what it said
    /// instead.</exception>
    public Task PressAsync(string keys, CancellationToken cancellationToken = default) => Line.PressAsync(this, keys, cancellationToken);

    /// <summary>Says something. It waits as <see cref="PressAsync"/> does, for instructions that ask for speech.</summary>
    /// <param name="words">What is said.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">Thrown when <paramref name="words"/> is empty.</exception>
    /// <exception cref="SandboxExpectationException">Thrown when the call asks for no speech; the text tells what it said
    /// instead.</exception>
    public Task SayAsync(string words, CancellationToken cancellationToken = default) => Line.SayAsync(this, words, cancellationToken);

    /// <summary>Hangs up on the phone's side; without effect when the call is over.</summary>
    public void HangUp() => Line.HangUp(SandboxHangup.Phone);

    /// <summary>Waits until the call is over.</summary>
    /// <param name="timeout">How long, in real time; null for <see cref="SandboxPhone.DefaultTimeout"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its last status.</returns>
    /// <exception cref="SandboxExpectationException">Thrown when it is still on after the time.</exception>
    public Task<SandboxCallStatus> WaitForEndAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Line.WaitForEndAsync(this, timeout ?? SandboxPhone.DefaultTimeout, cancellationToken);

    /// <summary>Who called whom, what has become of it, what was said and which keys were pressed, for a debugger and for a test that fails.</summary>
    /// <returns>A short text, such as <c>CA... from +15125550100 to +34600111222, completed: "Red flag. Press 1." Keys: 1</c>.</returns>
    public override string ToString()
    {
        lock (_gate)
        {
            var keys = _pressedKeys.Length > 0 ? " Keys: " + _pressedKeys : "";
            return $"{Sid} from {From} to {To}, {_status.Wire()}: \"{string.Join(" / ", _transcript)}\"{keys}";
        }
    }

    /// <summary>Takes a status; false when the call is over already.</summary>
    internal bool TryMove(SandboxCallStatus status, DateTimeOffset now, SandboxHangup hangup = SandboxHangup.None)
    {
        lock (_gate)
        {
            if (_status.IsFinal()) return false;

            _status = status;
            _hangup = hangup;
            _dateUpdated = now;
            if (status == SandboxCallStatus.InProgress) _startTime = now;
            if (status.IsFinal()) _endTime = now;
            return true;
        }
    }

    internal void Hear(string text)
    {
        lock (_gate) _transcript.Add(text);
    }

    internal void Take(string keys)
    {
        lock (_gate) _pressedKeys += keys;
    }

    internal void Complain(int code, string detail)
    {
        lock (_gate) _problems.Add(new SandboxCallProblem(code, detail));
    }
}
