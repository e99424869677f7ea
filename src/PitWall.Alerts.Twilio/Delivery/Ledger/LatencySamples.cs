namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>How long alerts took to each step, by channel, to make percentiles of.</summary>
internal sealed class LatencySamples
{
    private readonly SortedDictionary<(AlertChannel Channel, AlertStep Step), List<TimeSpan>> _took = [];

    /// <summary>Collects the times of alerts; under the ledger's lock.</summary>
    public static LatencySamples Of(LedgerRing ring)
    {
        var samples = new LatencySamples();
        for (var place = ring.Oldest; place <= ring.Newest; place++)
        {
            ref readonly var facts = ref ring[place];
            if (facts.TimeOf(AlertStep.Decided) is { } decided)
                samples.Add(in facts, decided);
        }

        return samples;
    }

    /// <summary>Sorts the times and reads the percentiles; under no lock.</summary>
    public IReadOnlyList<AlertLatency> Summarize()
    {
        var latencies = new List<AlertLatency>(_took.Count);
        foreach (var ((channel, step), times) in _took)
        {
            times.Sort();
            latencies.Add(new AlertLatency(channel, step, times.Count, Percentile(times, 0.50), Percentile(times, 0.99), times[^1]));
        }

        return latencies;
    }

    private void Add(in AlertFacts facts, DateTimeOffset decided)
    {
        for (var step = AlertStep.Admitted; step <= AlertStep.Heard; step++)
        {
            if (facts.TimeOf(step) is not { } at)
                continue;

            if (!_took.TryGetValue((facts.Channel, step), out var times))
                _took.Add((facts.Channel, step), times = []);

            // A decision that a caller dates later than now took no time.
            times.Add(at > decided ? at - decided : TimeSpan.Zero);
        }
    }

    /// <summary>The nearest-rank percentile.</summary>
    private static TimeSpan Percentile(List<TimeSpan> sorted, double p) =>
        sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * p) - 1, 0, sorted.Count - 1)];
}
