using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The alerts of a sender that are being sent. Not thread-safe: its queue has the lock.</summary>
internal sealed class AlertsUnderWay
{
    private readonly UnderWayTable<AlertJob> _jobs = new();
    private int _critical;

    public int Count => _jobs.Count;

    /// <summary>Whether one more may leave. Critical alerts have as many places of their own, so that nothing lower takes theirs.</summary>
    public bool HasPlaceFor(AlertJob job, int places) =>
        (job.IsCritical ? _critical : _jobs.Count - _critical) < places;

    public void Add(AlertJob job)
    {
        if (job.PlaceUnderWay != 0)
            return;

        job.PlaceUnderWay = _jobs.Add(job);
        if (job.IsCritical)
            _critical++;
    }

    public void Remove(AlertJob job)
    {
        if (job.PlaceUnderWay == 0)
            return;

        _jobs.Remove(job.PlaceUnderWay);
        job.PlaceUnderWay = 0;
        if (job.IsCritical)
            _critical--;
    }

    public IReadOnlyList<AlertJob> ToList()
    {
        var list = new List<AlertJob>(_jobs.Count);
        foreach (var job in _jobs.Places)
        {
            if (job is not null)
                list.Add(job);
        }

        return list;
    }
}
