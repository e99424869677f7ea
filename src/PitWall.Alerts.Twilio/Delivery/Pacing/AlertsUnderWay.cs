namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The alerts of a sender that are being sent. Not thread-safe: its queue has the lock.</summary>
internal sealed class AlertsUnderWay
{
    private readonly HashSet<AlertJob> _jobs = new(ReferenceEqualityComparer.Instance);
    private int _critical;

    public int Count => _jobs.Count;

    /// <summary>Whether one more may leave. Critical alerts have as many places of their own, so that nothing lower takes theirs.</summary>
    public bool HasPlaceFor(AlertJob job, int places) =>
        (job.IsCritical ? _critical : _jobs.Count - _critical) < places;

    public void Add(AlertJob job)
    {
        if (_jobs.Add(job) && job.IsCritical)
            _critical++;
    }

    public void Remove(AlertJob job)
    {
        if (_jobs.Remove(job) && job.IsCritical)
            _critical--;
    }

    public IReadOnlyList<AlertJob> ToList() => [.. _jobs];
}
