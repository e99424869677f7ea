using PitWall.Alerts.Twilio.Testing.Callbacks;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>A call and what it was asked to do.</summary>
internal sealed class CallEntry(SandboxCall call)
{
    private readonly Lock _gate = new();
    private int _lastSequence = -1;
    private int _lastGather = -1;
    private Instructions? _replacement;

    public SandboxCall Call { get; } = call;

    public required Instructions Instructions { get; init; }

    public TimeSpan RingTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan? TimeLimit { get; set; }

    public string? StatusCallback { get; set; }

    public string StatusCallbackMethod { get; set; } = "POST";

    /// <summary>Which of initiated, ringing, answered and completed are reported.</summary>
    public IReadOnlyCollection<string> StatusCallbackEvents { get; init; } = ["completed"];

    public bool DetectsMachines { get; init; }

    /// <summary>Whether the detection goes on while the instructions are carried out, and reports here.</summary>
    public string? AsyncAmdCallback { get; init; }

    public string AsyncAmdMethod { get; init; } = "POST";

    /// <summary>Its status callbacks, one after the other.</summary>
    public CallbackChain Reports { get; } = new();

    /// <summary>Requests for instructions, which do not wait for the reports.</summary>
    public CallbackChain Fetches { get; } = new();

    /// <summary>Cancelled when the instructions are replaced.</summary>
    public CancellationTokenSource Replaced { get; private set; } = new();

    public int NextSequence() => Interlocked.Increment(ref _lastSequence);

    /// <summary>Counts the gatherings of the call from 0.</summary>
    public int NextGather() => Interlocked.Increment(ref _lastGather);

    /// <summary>Gives new instructions to a call that carries out others.</summary>
    public void Replace(Instructions instructions)
    {
        lock (_gate)
        {
            _replacement = instructions;
            Replaced.Cancel();
        }
    }

    public Instructions? TakeReplacement()
    {
        lock (_gate)
        {
            var replacement = _replacement;
            _replacement = null;
            if (replacement is not null) Replaced = new CancellationTokenSource();
            return replacement;
        }
    }
}
