using PitWall.Alerts.Twilio.Testing.Faults;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>The page's hand on the sandbox's faults. What a test scripts stays the test's: the page shows it but only <see cref="Clear"/> removes it.</summary>
internal sealed class FaultSwitches(SandboxFaults faults)
{
    // A person presses a few times, not a thousand.
    private const int MaxOnce = 99;

    private readonly Lock _gate = new();
    private readonly Dictionary<FaultRule, string> _mine = [];

    /// <summary>Plays a fault on the next request that creates a message or a call.</summary>
    public void Once(FaultSwitch fault)
    {
        lock (_gate)
        {
            Forget();
            if (_mine.Count >= MaxOnce) return;

            Add(fault, 1, 1);
        }
    }

    /// <summary>Switches a fault on for a share of the requests that create a message or a call, or off.</summary>
    public void Switch(FaultSwitch fault, bool isOn, double share)
    {
        lock (_gate)
        {
            Forget();
            foreach (var rule in _mine.Where(pair => pair.Value == fault.Key).Select(static pair => pair.Key)) faults.Remove(rule);
            Forget();
            if (isOn) Add(fault, share, null);
        }
    }

    public void Clear() => faults.Clear();

    /// <summary>What may still be played: by which switch, or null for what a test scripted.</summary>
    public IReadOnlyList<(string? Key, FaultRule Rule)> Active
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return [.. faults.Rules.Select(rule => (_mine.GetValueOrDefault(rule), rule))];
            }
        }
    }

    private void Add(FaultSwitch fault, double share, int? times)
    {
        var rule = new FaultRule(static request => request.IsCreate, fault.Make(), share, times);
        _mine.Add(rule, fault.Key);
        faults.Add(rule);
    }

    private void Forget()
    {
        if (_mine.Count == 0) return;

        var alive = faults.Rules.ToHashSet();
        foreach (var rule in _mine.Keys.Where(rule => !alive.Contains(rule)).ToList()) _mine.Remove(rule);
    }
}
