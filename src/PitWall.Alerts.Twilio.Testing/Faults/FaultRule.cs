namespace PitWall.Alerts.Twilio.Testing.Faults;

/// <summary>A fault and the requests it is played on.</summary>
internal sealed class FaultRule(Func<SandboxRequest, bool> predicate, SandboxFault fault, double rate, int? times)
{
    private int? _left = times;

    public Func<SandboxRequest, bool> Predicate { get; } = predicate;

    public SandboxFault Fault { get; } = fault;

    public double Rate { get; } = rate;

    /// <summary>How many requests it will still be played on; null for all that fit.</summary>
    public int? Left => _left;

    /// <summary>Uses the rule once; true when that was the last time.</summary>
    public bool Spend() => _left is not null && --_left == 0;
}
