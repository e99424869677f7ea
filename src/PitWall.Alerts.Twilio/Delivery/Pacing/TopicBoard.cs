namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Which waiting alert of which urgency speaks for a recipient's topic. Not thread-safe: its queue has the lock.</summary>
internal sealed class TopicBoard
{
    private const int Bands = 4;

    private readonly Dictionary<(E164PhoneNumber Recipient, string Topic), AlertJob?[]> _waiting = [];

    /// <summary>How many topics are waited for.</summary>
    public int Count => _waiting.Count;

    /// <summary>The waiting alerts that newer news of their topic replaces: those that are no more urgent than it.</summary>
    public IReadOnlyList<AlertJob> ReplacedBy(AlertJob job)
    {
        if (KeyOf(job) is not { } key || !_waiting.TryGetValue(key, out var waiting))
            return [];

        List<AlertJob>? replaced = null;
        for (var band = (int)job.Band; band < Bands; band++)
        {
            if (waiting[band] is { } older)
                (replaced ??= []).Add(older);
        }

        return replaced ?? (IReadOnlyList<AlertJob>)[];
    }

    public void Add(AlertJob job)
    {
        if (KeyOf(job) is not { } key)
            return;

        if (!_waiting.TryGetValue(key, out var waiting))
            _waiting.Add(key, waiting = new AlertJob?[Bands]);

        waiting[(int)job.Band] = job;
    }

    public void Remove(AlertJob job)
    {
        if (KeyOf(job) is not { } key || !_waiting.TryGetValue(key, out var waiting) || !ReferenceEquals(waiting[(int)job.Band], job))
            return;

        waiting[(int)job.Band] = null;
        if (Array.TrueForAll(waiting, w => w is null))
            _waiting.Remove(key);
    }

    private static (E164PhoneNumber, string)? KeyOf(AlertJob job) =>
        job.Topic is { } topic ? (job.Recipient, topic) : null;
}
