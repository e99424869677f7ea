namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What the ledger counts as alerts end, so that forgetting an alert loses no count. Used under the ledger's lock.</summary>
internal sealed class LedgerCounts
{
    private readonly Dictionary<AlertOutcome, long> _byOutcome = [];
    private readonly Dictionary<SuppressionReason, long> _byReason = [];
    private long _segments;
    private long _ended;

    public long Raised { get; set; }

    public void NoteEnd(in AlertFacts facts)
    {
        _ended++;
        Add(_byOutcome, facts.Outcome, 1);
        if (facts.Outcome == AlertOutcome.Suppressed)
            Add(_byReason, facts.Reason, 1);
        else if (facts.Outcome == AlertOutcome.Accepted)
            _segments += facts.Segments;
    }

    /// <summary>An alert whose end was unknown was accepted after all.</summary>
    public void NoteFound(in AlertFacts facts)
    {
        Add(_byOutcome, AlertOutcome.Unknown, -1);
        Add(_byOutcome, AlertOutcome.Accepted, 1);
        _segments += facts.Segments;
    }

    public AlertSummary Summarize(LedgerRing ring, decimal? pricePerSegment)
    {
        var byOutcome = new Dictionary<AlertOutcome, long>(_byOutcome);
        if (Raised > _ended)
            byOutcome[AlertOutcome.Pending] = Raised - _ended;

        var byStatus = new Dictionary<MessageStatus, long>();
        decimal? actual = null;
        for (var place = ring.Oldest; place <= ring.Newest; place++)
        {
            ref readonly var facts = ref ring[place];
            if (facts.Outcome == AlertOutcome.Accepted && facts.Channel != AlertChannel.Voice)
                Add(byStatus, facts.MessageStatus, 1);

            if (facts.Price is { } price)
                actual = (actual ?? 0) + price.Amount;
        }

        return new AlertSummary
        {
            Raised = Raised,
            ByOutcome = byOutcome,
            ByReason = new Dictionary<SuppressionReason, long>(_byReason),
            ByMessageStatus = byStatus,
            Segments = _segments,
            EstimatedPrice = _segments * pricePerSegment,
            ActualPrice = actual,
            Latencies = [],
        };
    }

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long by)
        where TKey : notnull
    {
        var count = counts.GetValueOrDefault(key) + by;
        if (count == 0)
            counts.Remove(key);
        else
            counts[key] = count;
    }
}
