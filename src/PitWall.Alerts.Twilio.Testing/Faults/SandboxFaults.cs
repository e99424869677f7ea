using PitWall.Alerts.Twilio.Testing.Faults;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>Faults of requests to the API: scripted for given requests, or random with a seed. Safe for concurrent use.</summary>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<FaultRule> _rules = [];
    private readonly Random _random;

    // Not security: a seeded source makes a run repeatable.
    internal SandboxFaults(int seed) => _random = new Random(seed);

    /// <summary>
    /// Plays a fault on the next requests that create a message or a call. Scripted faults are played in the order in which they were
    /// given.
    /// </summary>
    /// <param name="fault">The fault to play.</param>
    /// <param name="times">The number of requests; 1 by default.</param>
    /// <returns>This instance, for chaining.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="times"/> is below 1.</exception>
    public SandboxFaults Next(SandboxFault fault, int times = 1) => When(static request => request.IsCreate, fault, times);

    /// <summary>Plays a fault on requests that match.</summary>
    /// <param name="predicate">Selects the requests; it sees them without their answer.</param>
    /// <param name="fault">The fault to play.</param>
    /// <param name="times">The number of requests; null, the default, for all.</param>
    /// <returns>This instance, for chaining.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="predicate"/> or <paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="times"/> is below 1.</exception>
    public SandboxFaults When(Func<SandboxRequest, bool> predicate, SandboxFault fault, int? times = null)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        if (times is { } count) ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(times));

        return Add(new FaultRule(predicate, fault, 1, times));
    }

    /// <summary>Plays a fault on a share of the requests that create a message or a call, chosen at random from the sandbox's seed.</summary>
    /// <param name="rate">The share, from 0 to 1.</param>
    /// <param name="fault">The fault to play.</param>
    /// <returns>This instance, for chaining.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="rate"/> is not from 0 to 1.</exception>
    public SandboxFaults Randomly(double rate, SandboxFault fault)
    {
        if (rate is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is from 0 to 1.");

        return Add(new FaultRule(static request => request.IsCreate, fault, rate, null));
    }

    /// <summary>Removes all faults that have not been played.</summary>
    public void Clear()
    {
        lock (_gate) _rules.Clear();
    }

    /// <summary>What may still be played, in order.</summary>
    internal IReadOnlyList<FaultRule> Rules
    {
        get { lock (_gate) return [.. _rules]; }
    }

    internal void Remove(FaultRule rule)
    {
        lock (_gate) _rules.Remove(rule);
    }

    internal SandboxFault? Choose(SandboxRequest request)
    {
        lock (_gate)
        {
            foreach (var rule in _rules)
            {
                if (!rule.Predicate(request) || (rule.Rate < 1 && _random.NextDouble() >= rule.Rate)) continue;

                if (rule.Spend()) _rules.Remove(rule);
                return rule.Fault;
            }

            return null;
        }
    }

    internal SandboxFaults Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule.Fault, "fault");

        lock (_gate) _rules.Add(rule);
        return this;
    }
}
