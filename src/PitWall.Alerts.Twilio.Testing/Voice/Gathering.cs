namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>A <c>Gather</c> that waits for keys or speech. Source: Twilio docs, "TwiML Voice: Gather".</summary>
/// <param name="maxKeys">How many keys complete it; null for any number.</param>
/// <param name="finishKeys">The keys that complete it without counting; empty for none.</param>
/// <param name="takesSpeech">Whether it asks for speech.</param>
/// <param name="takesKeys">Whether it asks for keys.</param>
internal sealed class Gathering(int? maxKeys, string finishKeys, bool takesKeys, bool takesSpeech)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _handled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool TakesKeys { get; } = takesKeys;

    public bool TakesSpeech { get; } = takesSpeech;

    public string Keys { get; private set; } = "";

    public char? FinishedOn { get; private set; }

    public string? Speech { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>Something was pressed or said.</summary>
    public bool HasInput => Keys.Length > 0 || Speech is not null;

    /// <summary>Completes when the host has answered the report of what was gathered, or there was nothing to report.</summary>
    public Task Handled => _handled.Task;

    /// <summary>Completes when the instructions know all that was pressed so far, and wait for more if that is not enough.</summary>
    public Task Waiting
    {
        get { lock (_gate) return _waiting.Task; }
    }

    /// <summary>Waits for the next change.</summary>
    /// <exception cref="TimeoutException">Thrown when there is none in time.</exception>
    public Task WaitAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (IsComplete) return Task.CompletedTask;

            var change = _changed.Task.WaitAsync(timeout, clock, cancellationToken);
            _waiting.TrySetResult();
            return change;
        }
    }

    /// <summary>Ends the wait.</summary>
    public void Close()
    {
        lock (_gate) _waiting.TrySetResult();
    }

    public void Press(string keys) => Change(() =>
    {
        foreach (var key in keys)
        {
            if (IsComplete) break;

            if (finishKeys.Contains(key, StringComparison.Ordinal)) (FinishedOn, IsComplete) = (key, true);
            else Keys += key;
            if (Keys.Length == maxKeys) IsComplete = true;
        }
    });

    public void Say(string words) => Change(() => (Speech, IsComplete) = (words, true));

    public void SetHandled() => _handled.TrySetResult();

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }
}
