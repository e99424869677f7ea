using System.Threading.RateLimiting;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The limits per recipient, per sender and in all. Used under the admission's lock.</summary>
internal sealed class AlertLimits(TimeProvider clock)
{
    /// <summary>How many recipients are remembered; one that is forgotten starts with a full bucket.</summary>
    private const int MaxRecipients = 10_000;

    private readonly Dictionary<(E164PhoneNumber Recipient, bool IsCritical), ClockedTokenBucket> _recipients = [];
    private readonly Dictionary<AlertChannel, ClockedTokenBucket> _senders = [];
    private ClockedTokenBucket? _global;

    /// <summary>Takes one alert from every limit it falls under, or from none.</summary>
    public bool TryTake(E164PhoneNumber recipient, AlertChannel channel, bool isCritical, LimitOptions options)
    {
        var ofRecipient = isCritical ? options.CriticalRecipient : options.Recipient;
        var mine = ofRecipient.PerMinute > 0 ? Recipient(recipient, isCritical, ofRecipient) : null;
        if (!Take(mine))
            return false;

        if (isCritical)
            return true;

        var sender = options.Sender.PerMinute > 0 ? Sender(channel, options.Sender) : null;
        if (!Take(sender))
        {
            mine?.Return();
            return false;
        }

        var global = options.Global.PerMinute > 0 ? _global = Current(_global, options.Global) : null;
        if (Take(global))
            return true;

        mine?.Return();
        sender?.Return();
        return false;
    }

    private static bool Take(RateLimiter? limiter) => limiter is null || limiter.AttemptAcquire().IsAcquired;

    private ClockedTokenBucket Recipient(E164PhoneNumber number, bool isCritical, RateOptions rate)
    {
        _recipients.TryGetValue((number, isCritical), out var bucket);
        if (bucket is null && _recipients.Count >= MaxRecipients)
            MakeRoom();

        return _recipients[(number, isCritical)] = Current(bucket, rate);
    }

    private ClockedTokenBucket Sender(AlertChannel channel, RateOptions rate)
    {
        _senders.TryGetValue(channel, out var bucket);
        return _senders[channel] = Current(bucket, rate);
    }

    private ClockedTokenBucket Current(ClockedTokenBucket? bucket, RateOptions rate) =>
        bucket is not null && bucket.Rate.PerMinute == rate.PerMinute && bucket.Rate.Burst == rate.Burst
            ? bucket
            : new ClockedTokenBucket(new RateOptions { PerMinute = rate.PerMinute, Burst = rate.Burst }, clock);

    private void MakeRoom()
    {
        foreach (var (key, bucket) in _recipients)
        {
            // A full bucket says no more than a new one.
            if (bucket.IdleDuration is not null)
                _recipients.Remove(key);
        }

        if (_recipients.Count >= MaxRecipients)
            _recipients.Remove(_recipients.Keys.First());
    }
}
