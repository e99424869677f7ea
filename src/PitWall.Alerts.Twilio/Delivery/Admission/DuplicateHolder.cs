namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Who holds a key: an alert under way, or the end of one that was sent.</summary>
internal sealed class DuplicateHolder(DuplicateKey key, AlertJob job, TimeSpan window)
{
    public DuplicateKey Key => key;

    public Band Band { get; } = job.Band;

    public TimeSpan Window => window;

    /// <summary>The alert while it is under way; afterwards nobody needs it or its text.</summary>
    public AlertJob? Job { get; private set; } = job;

    /// <summary>How it ended, once it was sent.</summary>
    public AlertResult? Result { get; private set; }

    /// <summary>Until when it is remembered after its end, as a timestamp.</summary>
    public long Until { get; private set; }

    /// <summary>Whether it has ended without being sent, and holds nothing any more.</summary>
    public bool IsReleased => Job is null && Result is null;

    public bool Holds(long now) => Job is not null || (Result is not null && now < Until);

    public void End(AlertResult result, long until) => (Job, Result, Until) = (null, result, until);

    public void Release() => Job = null;
}
