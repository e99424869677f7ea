namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// The latest news of each topic, by key: "box" that comes after "stay out" is no duplicate of the "box" before it. Used under the
/// admission's lock.
/// </summary>
internal sealed class TopicNews
{
    /// <summary>Beyond it all is forgotten, and what repeats is a duplicate again, as without a topic.</summary>
    private const int Capacity = 10_000;

    private readonly Dictionary<(E164PhoneNumber, AlertChannel, string), UInt128> _latest = [];

    /// <summary>Whether something else was said of an alert's topic since its key was taken.</summary>
    public bool HasChangedSince(AlertJob job, UInt128 key) =>
        job.Topic is { } topic && _latest.TryGetValue((job.Recipient, job.Channel, topic), out var latest) && latest != key;

    /// <summary>An alert was admitted.</summary>
    public void Note(AlertJob job, UInt128 key)
    {
        if (job.Topic is not { } topic)
            return;

        if (_latest.Count >= Capacity)
            _latest.Clear();

        _latest[(job.Recipient, job.Channel, topic)] = key;
    }
}
