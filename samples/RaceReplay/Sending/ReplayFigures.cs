using PitWall.Alerts.Twilio;

namespace RaceReplay.Sending;

/// <summary>Counts what was raised and what became of it: raised is always accepted + suppressed + unknown + failed + still under way. Thread-safe.</summary>
internal sealed class ReplayFigures
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _raisedByType = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _suppressed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _causes = new(StringComparer.Ordinal);
    private readonly List<double> _milliseconds = [];
    private readonly HashSet<string> _sids = new(StringComparer.Ordinal);

    public int Raised { get; private set; }

    public int Accepted { get; private set; }

    public int Unknown { get; private set; }

    public int Failed { get; private set; }

    public int Segments { get; private set; }

    public int Suppressed
    {
        get
        {
            lock (_lock)
                return _suppressed.Values.Sum();
        }
    }

    public IReadOnlyDictionary<string, int> RaisedByType => Copy(_raisedByType);

    public IReadOnlyDictionary<string, int> SuppressedByReason => Copy(_suppressed);

    /// <summary>Why alerts failed or are unknown, and how many for each cause.</summary>
    public IReadOnlyDictionary<string, int> Causes => Copy(_causes);

    /// <summary>The messages and calls that Twilio took.</summary>
    public IReadOnlySet<string> AcceptedSids
    {
        get
        {
            lock (_lock)
                return _sids.ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>How many have no end yet.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return Raised - Accepted - Unknown - Failed - _suppressed.Values.Sum();
        }
    }

    public void Raise(Alert alert)
    {
        lock (_lock)
        {
            Raised++;
            CountUp(_raisedByType, AlertName.Of(alert));
        }
    }

    public void Decide(SentAlert sent)
    {
        lock (_lock)
        {
            if (sent.Result.Outcome is AlertOutcome.Accepted or AlertOutcome.Unknown)
                Segments += sent.Result.Segments;
            switch (sent.Result.Outcome)
            {
                case AlertOutcome.Accepted:
                    Accepted++;
                    _milliseconds.Add(sent.Took.TotalMilliseconds);
                    if (sent.Result.Sid is { } sid)
                        _sids.Add(sid);
                    break;
                case AlertOutcome.Suppressed:
                    CountUp(_suppressed, SnakeCase(sent.Result.Reason.ToString()));
                    break;
                case AlertOutcome.Unknown or AlertOutcome.Pending:
                    Unknown++;
                    CountUp(_causes, sent.Cause);
                    break;
                default:
                    Failed++;
                    CountUp(_causes, sent.Cause);
                    break;
            }
        }
    }

    /// <summary>A percentile of the times from decision to accepted, by nearest rank; <see langword="null"/> when nothing was accepted.</summary>
    public double? Percentile(double percent)
    {
        lock (_lock)
        {
            if (_milliseconds.Count == 0)
                return null;
            var rank = (int)Math.Ceiling(percent / 100 * _milliseconds.Count);
            return _milliseconds.Order().ElementAt(Math.Max(rank, 1) - 1);
        }
    }

    private Dictionary<string, int> Copy(IDictionary<string, int> counts)
    {
        lock (_lock)
            return new(counts, StringComparer.Ordinal);
    }

    private static void CountUp(IDictionary<string, int> counts, string key) => counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;

    private static string SnakeCase(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));
}
