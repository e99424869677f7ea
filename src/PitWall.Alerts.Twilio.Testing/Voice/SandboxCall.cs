using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>A call in the sandbox. It is live: its properties always show the current state. Safe for concurrent use.</summary>
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

    /// <summary>The caller, in E.164.</summary>
    public required string From { get; init; }

    /// <summary>The number that is called, in E.164.</summary>
    public required string To { get; init; }

    /// <summary>Whether the API or a phone placed the call.</summary>
    public SandboxDirection Direction { get; init; }

    /// <summary>When it was created, on the sandbox's clock.</summary>
    public DateTimeOffset DateCreated { get; init; }

    /// <summary>The keys that the caller's side sends after the answer; null for none.</summary>
    public string? SendDigits { get; init; }

    /// <summary>The current status.</summary>
    public SandboxCallStatus Status
    {
        get { lock (_gate) return _status; }
    }

    /// <summary>Why the call ended.</summary>
    public SandboxHangup Hangup
    {
        get { lock (_gate) return _hangup; }
    }

    /// <summary>What was spoken or played, in order, one entry for each such verb of the instructions.</summary>
    public IReadOnlyList<string> Transcript
    {
        get { lock (_gate) return [.. _transcript]; }
    }

    /// <summary>What was wrong with the instructions, in order; empty if nothing was.</summary>
    public IReadOnlyList<SandboxCallProblem> Problems
    {
        get { lock (_gate) return [.. _problems]; }
    }

    /// <summary>All keys that were pressed on the phone and accepted by the instructions.</summary>
    public string PressedKeys
    {
        get { lock (_gate) return _pressedKeys; }
    }

    /// <summary>What answered: <c>human</c> or <c>machine_start</c>; null if machine detection was not requested.</summary>
    public string? AnsweredBy { get; internal set; }

    /// <summary>How long the call was queued before it was dialled.</summary>
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

    /// <summary>
    /// How long the call was connected, as billed: in whole seconds, rounded up, at least one; null unless it is completed.
    /// </summary>
    public TimeSpan? Duration => Status == SandboxCallStatus.Completed && EndTime - StartTime is { } duration
        ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(duration.TotalSeconds)))
        : null;

    /// <summary>The phone at the other end, in E.164.</summary>
    public string PhoneNumber => Direction == SandboxDirection.Inbound ? From : To;

    internal CallLine Line { get; init; } = null!;

    /// <summary>Answers the phone while it rings.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="SandboxExpectationException">Thrown when it is not ringing, or no longer.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task AnswerAsync(CancellationToken cancellationToken = default) => Line.AnswerAsync(this, cancellationToken);

    /// <summary>Rejects the call while it rings: its status becomes busy.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="SandboxExpectationException">Thrown when it is not ringing, or no longer.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task RejectAsync(CancellationToken cancellationToken = default) => Line.RejectAsync(this, cancellationToken);

    /// <summary>
    /// Presses keys. Waits until the instructions ask for keys and, if these keys complete the input, until the host has answered the
    /// request that reports them.
    /// </summary>
    /// <param name="keys">Digits, <c>*</c> and <c>#</c>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ArgumentException">
    /// Thrown when <paramref name="keys"/> is empty or contains anything that is not a key.
    /// </exception>
    /// <exception cref="SandboxExpectationException">Thrown when the call does not ask for keys; the message contains what it said
    /// instead.</exception>
    /// <exception cref="TimeoutException">Thrown when the host has not answered within <see cref="SandboxPhone.DefaultTimeout"/>.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task PressAsync(string keys, CancellationToken cancellationToken = default) => Line.PressAsync(this, keys, cancellationToken);

    /// <summary>Says something. Waits as <see cref="PressAsync"/> does, for instructions that ask for speech.</summary>
    /// <param name="words">The words to say.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ArgumentException">Thrown when <paramref name="words"/> is empty.</exception>
    /// <exception cref="SandboxExpectationException">Thrown when the call does not ask for speech; the message contains what it said
    /// instead.</exception>
    /// <exception cref="TimeoutException">Thrown when the host has not answered within <see cref="SandboxPhone.DefaultTimeout"/>.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task SayAsync(string words, CancellationToken cancellationToken = default) => Line.SayAsync(this, words, cancellationToken);

    /// <summary>Hangs up on the phone's side. Has no effect if the call is over.</summary>
    public void HangUp() => Line.HangUp(SandboxHangup.Phone);

    /// <summary>Waits until the call is over.</summary>
    /// <param name="timeout">How long to wait, in real time; null for <see cref="SandboxPhone.DefaultTimeout"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The last status of the call.</returns>
    /// <exception cref="SandboxExpectationException">Thrown when the call is not over in time.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task<SandboxCallStatus> WaitForEndAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Line.WaitForEndAsync(this, timeout ?? SandboxPhone.DefaultTimeout, cancellationToken);

    /// <summary>
    /// Returns who called whom, the status, what was said and which keys were pressed, for a debugger or a failing test.
    /// </summary>
    /// <returns>A short text, such as <c>CA... from +15125550100 to +34600111222, completed: "Red flag. Press 1." Keys: 1</c>.</returns>
    public override string ToString()
    {
        lock (_gate)
        {
            var keys = _pressedKeys.Length > 0 ? " Keys: " + _pressedKeys : "";
            return $"{Sid} from {From} to {To}, {_status.Wire()}: \"{string.Join(" / ", _transcript)}\"{keys}";
        }
    }

    /// <summary>Sets the status; false if the call is already over.</summary>
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
