using System.Diagnostics.CodeAnalysis;
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

    /// <summary>How many buckets were made so far.</summary>
    public long BucketsMade { get; private set; }

    /// <summary>How many recipients are remembered; critical alerts count apart.</summary>
    public int RecipientCount => _recipients.Count;

    /// <summary>Takes one alert from every limit it falls under, or from none and says which refused it.</summary>
    public bool TryTake(AlertJob job, LimitOptions options, [NotNullWhen(false)] out string? refusal)
    {
        var (recipient, sender, global) = BucketsOf(job, options);
        refusal = null;
        if (!Take(recipient))
        {
            refusal = job.IsCritical ? LimitSentences.CriticalRecipient : LimitSentences.Recipient;
            return false;
        }

        if (!Take(sender))
        {
            recipient?.Return();
            refusal = LimitSentences.Sender;
            return false;
        }

        if (Take(global))
            return true;

        recipient?.Return();
        sender?.Return();
        refusal = LimitSentences.Global;
        return false;
    }

    /// <summary>Takes one alert from every limit on credit: it takes the place of a waiting one, which gives its own back.</summary>
    public void Owe(AlertJob job, LimitOptions options)
    {
        var (recipient, sender, global) = BucketsOf(job, options);
        recipient?.Owe();
        sender?.Owe();
        global?.Owe();
    }

    /// <summary>Gives back what an alert took that was not sent.</summary>
    /// <param name="job">The alert.</param>
    /// <param name="buckets">How many buckets had been made when it took: those that a change of the rates made since gave it nothing.</param>
    public void GiveBack(AlertJob job, long buckets)
    {
        if (_recipients.TryGetValue((job.Recipient, job.IsCritical), out var recipient) && recipient.Number <= buckets)
            recipient.Return();

        if (job.IsCritical)
            return;

        if (_senders.TryGetValue(job.Channel, out var sender) && sender.Number <= buckets)
            sender.Return();

        if (_global is { } global && global.Number <= buckets)
            global.Return();
    }

    private (ClockedTokenBucket? Recipient, ClockedTokenBucket? Sender, ClockedTokenBucket? Global) BucketsOf(AlertJob job, LimitOptions options)
    {
        var rate = job.IsCritical ? options.CriticalRecipient : options.Recipient;
        var recipient = rate.PerMinute > 0 ? Recipient((job.Recipient, job.IsCritical), rate) : null;
        if (job.IsCritical)
            return (recipient, null, null);

        return (
            recipient,
            options.Sender.PerMinute > 0 ? Sender(job.Channel, options.Sender) : null,
            options.Global.PerMinute > 0 ? Global(options.Global) : null);
    }

    private static bool Take(RateLimiter? limiter) => limiter is null || limiter.AttemptAcquire().IsAcquired;

    private ClockedTokenBucket Recipient((E164PhoneNumber, bool) key, RateOptions rate)
    {
        if (_recipients.TryGetValue(key, out var bucket) && HasRate(bucket, rate))
            return bucket;

        if (bucket is null && _recipients.Count >= MaxRecipients)
            MakeRoom();

        return _recipients[key] = New(rate);
    }

    private ClockedTokenBucket Sender(AlertChannel channel, RateOptions rate) =>
        _senders.TryGetValue(channel, out var bucket) && HasRate(bucket, rate) ? bucket : _senders[channel] = New(rate);

    private ClockedTokenBucket Global(RateOptions rate) =>
        _global is { } bucket && HasRate(bucket, rate) ? bucket : _global = New(rate);

    /// <summary>Whether a bucket is still what the options say.</summary>
    private static bool HasRate(ClockedTokenBucket bucket, RateOptions rate) =>
        bucket.Rate.PerMinute == rate.PerMinute && bucket.Rate.Burst == rate.Burst;

    private ClockedTokenBucket New(RateOptions rate) =>
        new(new RateOptions { PerMinute = rate.PerMinute, Burst = rate.Burst }, clock, ++BucketsMade);

    private void MakeRoom()
    {
        foreach (var (key, bucket) in _recipients)
        {
            // A full bucket says no more than a new one.
            if (bucket.IdleDuration is not null)
                _recipients.Remove(key);
        }

        // None was: half of them go, so that the next recipient does not look through all of them again.
        if (_recipients.Count >= MaxRecipients)
        {
            foreach (var key in _recipients.Keys.Take(MaxRecipients / 2).ToList())
                _recipients.Remove(key);
        }
    }
}
