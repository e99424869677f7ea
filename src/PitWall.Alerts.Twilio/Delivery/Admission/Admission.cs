using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Decides whether an alert may join the queue at all. No I/O, no waiting.</summary>
internal sealed class Admission(Entropy entropy, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly DuplicateKeys _keys = new(entropy);
    private readonly DuplicateWindow _duplicates = new(clock);
    private readonly TopicNews _news = new();
    private readonly AlertLimits _limits = new(clock);
    private readonly CooldownClock _cooldowns = new(clock);

    /// <summary>An alert asks soon.</summary>
    public void Expect() => _duplicates.Expect();

    /// <summary>An alert that was admitted ends soon.</summary>
    public void ExpectEnd(AlertJob job)
    {
        if (job.Hold.Place is { } place)
            _duplicates.ExpectEnd(place);
    }

    /// <summary>Admits an alert, or says why not, or whose duplicate it is.</summary>
    /// <param name="job">The alert.</param>
    /// <param name="options">The policy.</param>
    /// <param name="now">The clock's timestamp when it was handed over, or now.</param>
    /// <param name="replacesWaiting">
    /// Whether it will take the place of a waiting alert of its topic: it sends nothing more than that one, so no limit refuses the
    /// news in favour of what it makes stale.
    /// </param>
    public AdmissionVerdict Admit(AlertJob job, DeliveryOptions options, long now, bool replacesWaiting = false)
    {
        if (!job.IsCritical && job.Severity < options.LowestSeverity)
            return AdmissionVerdict.Refused(SuppressionReason.BelowSeverity);

        if (job.TimeLeftAt(now) < AlertJob.LeastValidity)
            return AdmissionVerdict.Refused(SuppressionReason.Expired);

        var window = options.Deduplication.For(job.Kind);
        var key = window > TimeSpan.Zero ? _keys.Of(job) : default;
        lock (_gate)
        {
            if (window > TimeSpan.Zero && _duplicates.HolderOf(key, job.Band, now) is { } holder && !_news.HasChangedSince(job, key))
                return AdmissionVerdict.DuplicateOf(holder);

            if (replacesWaiting)
                _limits.Owe(job, options.Limits);
            else if (_cooldowns.IsCooling(job, options.Limits.Cooldown))
                return AdmissionVerdict.Refused(SuppressionReason.RateLimited, LimitSentences.Cooldown);
            else if (!_limits.TryTake(job, options.Limits, out var refusal))
                return AdmissionVerdict.Refused(SuppressionReason.RateLimited, refusal);

            job.Hold = new AdmissionHold(
                window > TimeSpan.Zero ? _duplicates.Hold(key, job, window, options.Queue.Capacity, now) : null,
                _limits.BucketsMade,
                _cooldowns.Begin(job, options.Limits.Cooldown));
            if (window > TimeSpan.Zero)
                _news.Note(job, key);
        }

        return AdmissionVerdict.Admitted;
    }

    /// <summary>
    /// Notes how an alert ended. What was sent, or may have been, holds its key for the window; what was not gives back everything
    /// it held, so that the next one like it is neither a duplicate nor over a limit on its account.
    /// </summary>
    public void End(AlertJob job, AlertResult result)
    {
        lock (_gate)
        {
            var hold = job.Hold;
            job.Hold = default;
            if (result.Outcome is AlertOutcome.Accepted or AlertOutcome.Unknown)
            {
                if (hold.Place is { } sent)
                    _duplicates.End(sent, new SentAlert(job.Place, result.Outcome));

                if (hold.Cooldown is { } begun)
                    _cooldowns.Keep(job, begun);

                return;
            }

            if (hold.Place is { } place)
                _duplicates.Release(place);

            _limits.GiveBack(job, hold.Buckets);
            if (hold.Cooldown is { } cooldown)
                _cooldowns.TakeBack(job, cooldown);
        }
    }
}
