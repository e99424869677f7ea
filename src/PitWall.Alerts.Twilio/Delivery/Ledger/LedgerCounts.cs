namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What the ledger counts as alerts end, so that forgetting an alert loses no count. Used under the ledger's lock.</summary>
internal sealed class LedgerCounts
{
    // By the outcomes' values, which are small, without gaps and always ours; a reason may be a replaced client's.
    private readonly long[] _byOutcome = new long[Enum.GetValues<AlertOutcome>().Length];
    private readonly Dictionary<SuppressionReason, long> _byReason = [];
    private long _segments;
    private long _ended;

    public long Raised { get; set; }

    public void NoteEnd(in AlertFacts facts)
    {
        _ended++;
        _byOutcome[(int)facts.Outcome]++;
        if (facts.Outcome == AlertOutcome.Suppressed)
            Add(_byReason, facts.Reason);
        else if (facts.Outcome == AlertOutcome.Accepted)
            _segments += facts.Segments;
    }

    /// <summary>An alert whose end was unknown was accepted after all.</summary>
    public void NoteFound(in AlertFacts facts)
    {
        _byOutcome[(int)AlertOutcome.Unknown]--;
        _byOutcome[(int)AlertOutcome.Accepted]++;
        _segments += facts.Segments;
    }

    public AlertSummary Summarize(LedgerRing ring, decimal? pricePerSegment)
    {
        var byOutcome = new Dictionary<AlertOutcome, long>();
        foreach (var outcome in Enum.GetValues<AlertOutcome>())
        {
            if (_byOutcome[(int)outcome] is var count and not 0)
                byOutcome.Add(outcome, count);
        }

        if (Raised > _ended)
            byOutcome[AlertOutcome.Pending] = Raised - _ended;

        var byStatus = new Dictionary<MessageStatus, long>();
        decimal? actual = null;
        for (var place = ring.Oldest; place <= ring.Newest; place++)
        {
            ref readonly var facts = ref ring[place];
            if (facts.Outcome == AlertOutcome.Accepted && facts.Channel != AlertChannel.Voice)
                Add(byStatus, facts.MessageStatus);

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

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
