namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What the ledger counts as alerts end, so that forgetting an alert loses no count. Used under the ledger's lock.</summary>
internal sealed class LedgerCounts
{
    private readonly Dictionary<AlertOutcome, long> _byOutcome = [];
    private readonly Dictionary<SuppressionReason, long> _byReason = [];
    private long _segments;
    private long _ended;

    public long Raised { get; set; }

    public void NoteEnd(AlertRecord record)
    {
        _ended++;
        Add(_byOutcome, record.Outcome, 1);
        if (record.Outcome == AlertOutcome.Suppressed)
            Add(_byReason, record.Reason, 1);
        else if (record.Outcome == AlertOutcome.Accepted)
            _segments += record.Segments;
    }

    /// <summary>An alert whose end was unknown was accepted after all.</summary>
    public void NoteFound(AlertRecord record)
    {
        Add(_byOutcome, AlertOutcome.Unknown, -1);
        Add(_byOutcome, AlertOutcome.Accepted, 1);
        _segments += record.Segments;
    }

    public AlertSummary Summarize(IReadOnlyCollection<AlertRecord> remembered, decimal? pricePerSegment)
    {
        var byOutcome = new Dictionary<AlertOutcome, long>(_byOutcome);
        if (Raised > _ended)
            byOutcome[AlertOutcome.Pending] = Raised - _ended;

        var byStatus = new Dictionary<MessageStatus, long>();
        decimal? actual = null;
        foreach (var record in remembered)
        {
            if (record.Outcome == AlertOutcome.Accepted && record.Channel != AlertChannel.Voice)
                Add(byStatus, record.MessageStatus, 1);

            if (record.Price is { } price)
                actual = (actual ?? 0) + price;
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
