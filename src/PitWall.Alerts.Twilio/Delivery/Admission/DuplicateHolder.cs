namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Who holds a key: an alert under way, or one that was sent. A slot of <see cref="DuplicateWindow"/>.</summary>
internal struct DuplicateHolder(DuplicateKey key, AlertJob job, TimeSpan window)
{
    public readonly DuplicateKey Key => key;

    public Band Band { get; } = job.Band;

    /// <summary>How long it is remembered after its end.</summary>
    public readonly TimeSpan Window => window;

    /// <summary>The alert while it is under way; afterwards nobody needs it or its text.</summary>
    public AlertJob? Job { get; private set; } = job;

    /// <summary>The alert once it was sent, or may have been.</summary>
    public SentAlert? Sent { get; private set; }

    /// <summary>Until when it is remembered after its end, as a timestamp.</summary>
    public long Until { get; private set; }

    /// <summary>Whether it ended without being sent, and holds nothing any more.</summary>
    public readonly bool IsReleased => Job is null && Sent is null;

    public readonly bool Holds(long now) => Job is not null || (Sent is not null && now < Until);

    public void End(AlertOutcome outcome, long until)
    {
        Sent = Job is null ? null : new SentAlert(Job.Record.Place, outcome);
        (Job, Until) = (null, until);
    }

    public void Release() => Job = null;
}
