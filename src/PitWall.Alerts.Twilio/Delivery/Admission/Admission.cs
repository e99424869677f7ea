namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Decides whether an alert may join the queue at all. No I/O, no waiting.</summary>
internal sealed class Admission(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly DuplicateWindow _duplicates = new(clock);
    private readonly AlertLimits _limits = new(clock);
    private readonly CooldownClock _cooldowns = new(clock);

    /// <summary>Admits an alert, or says why not, or whose duplicate it is.</summary>
    public AdmissionVerdict Admit(AlertJob job, E164PhoneNumber recipient, DeliveryOptions options)
    {
        var record = job.Record;
        if (!job.IsCritical && record.Severity < options.LowestSeverity)
            return AdmissionVerdict.Refused(SuppressionReason.BelowSeverity);

        // Less than a second left cannot be told to Twilio, whose validity period starts at one.
        if (job.ExpiresAt - clock.GetUtcNow() < TimeSpan.FromSeconds(1))
            return AdmissionVerdict.Refused(SuppressionReason.Expired);

        var window = options.Deduplication.For(record.Kind);
        var key = DuplicateKey.Of(job, recipient);
        lock (_gate)
        {
            if (window > TimeSpan.Zero && _duplicates.HolderOf(key) is { } holder)
                return AdmissionVerdict.DuplicateOf(holder);

            if (_cooldowns.IsCooling(recipient, record, options.Limits.Cooldown)
                || !_limits.TryTake(recipient, record.Channel, job.IsCritical, options.Limits))
            {
                return AdmissionVerdict.Refused(SuppressionReason.RateLimited);
            }

            _cooldowns.Note(recipient, record, options.Limits.Cooldown);
            if (window > TimeSpan.Zero)
            {
                job.Key = key;
                _duplicates.Hold(key, job, window);
            }
        }

        return AdmissionVerdict.Admitted;
    }

    /// <summary>Lets go of the key of an alert that ended without being sent, so that the next one like it is no duplicate.</summary>
    public void Release(AlertJob job)
    {
        if (job.Key is not { } key)
            return;

        lock (_gate)
            _duplicates.Release(key, job);
    }
}
