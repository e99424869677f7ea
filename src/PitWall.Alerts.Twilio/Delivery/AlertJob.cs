using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>One alert while it is ours: from the caller's hand to its result.</summary>
internal sealed class AlertJob : ICreateWatch
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<AlertResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<AlertJob>? _followers;
    private volatile AlertResult? _result;
    private volatile bool _isAbandoned;

    public required AlertRecord Record { get; init; }

    public required AlertRecipient Recipient { get; init; }

    /// <summary>The alert, unless this is a batch.</summary>
    public Alert? Alert { get; init; }

    public AlertBatch? Batch { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required Band Band { get; init; }

    public string? DeduplicationKey => Alert?.DeduplicationKey ?? Batch?.DeduplicationKey;

    public string MessageForKey => Alert?.Message ?? string.Join('\n', Batch!.Alerts.Select(a => a.Message));

    public bool IsCritical => Band == Band.Critical;

    /// <summary>What goes out, once it was written.</summary>
    public FormattedAlert Text { get; set; }

    /// <summary>The key it holds against duplicates, once admitted.</summary>
    public DuplicateKey? Key { get; set; }

    /// <summary>How often a request left.</summary>
    public int Attempts { get; private set; }

    /// <summary>Called with the attempt's number when one leaves.</summary>
    public Action<AlertJob, int>? AttemptStarted { get; set; }

    /// <summary>Its place in a queue; guarded by the queue's lock.</summary>
    public QueueLink Link;

    public Task<AlertResult> Completion => _completion.Task;

    public bool IsDone => _result is not null;

    /// <summary>The end, once there is one.</summary>
    public AlertResult? Result => _result;

    public bool IsAbandoned => _isAbandoned;

    public void Abandon() => _isAbandoned = true;

    public void OnAttempt(int attempt)
    {
        Attempts = attempt;
        AttemptStarted?.Invoke(this, attempt);
    }

    /// <summary>Lets a duplicate share this alert's result.</summary>
    /// <returns><see langword="false"/> when the result is there already.</returns>
    public bool TryFollow(AlertJob follower)
    {
        lock (_gate)
        {
            if (_result is not null)
                return false;

            (_followers ??= []).Add(follower);
            return true;
        }
    }

    /// <summary>Ends the alert. Only the first end counts.</summary>
    /// <param name="result">The end.</param>
    /// <param name="followers">The duplicates that share it.</param>
    /// <returns><see langword="false"/> when it had ended before.</returns>
    public bool TryEnd(AlertResult result, out IReadOnlyList<AlertJob> followers)
    {
        lock (_gate)
        {
            followers = [];
            if (_result is not null)
                return false;

            _result = result;
            if (_followers is not null)
                (followers, _followers) = (_followers, null);

            return true;
        }
    }

    /// <summary>Tells whoever waits.</summary>
    public void Publish() => _completion.TrySetResult(_result!);
}
