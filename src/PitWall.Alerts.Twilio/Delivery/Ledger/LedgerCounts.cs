namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What the ledger counts as alerts end, so that forgetting an alert loses no count.</summary>
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
        _byOutcome[record.Outcome] = _byOutcome.GetValueOrDefault(record.Outcome) + 1;
        if (record.Outcome == AlertOutcome.Suppressed)
            _byReason[record.Reason] = _byReason.GetValueOrDefault(record.Reason) + 1;
        else if (record.Outcome == AlertOutcome.Accepted)
            _segments += record.Segments;
    }

    /// <summary>An alert that had ended as unknown turned out to be accepted.</summary>
    public void NoteProof(AlertRecord record)
    {
        if (--_byOutcome[AlertOutcome.Unknown] == 0)
            _byOutcome.Remove(AlertOutcome.Unknown);

        _byOutcome[AlertOutcome.Accepted] = _byOutcome.GetValueOrDefault(AlertOutcome.Accepted) + 1;
        _segments += record.Segments;
    }

    public AlertSummary Summarize(IReadOnlyCollection<AlertRecord> remembered, AlertTextOptions text)
    {
        var byOutcome = new Dictionary<AlertOutcome, long>(_byOutcome);
        if (Raised > _ended)
            byOutcome[AlertOutcome.Pending] = Raised - _ended;

        var byStatus = new Dictionary<MessageStatus, long>();
        decimal? actual = null;
        foreach (var record in remembered)
        {
            if (record.Outcome == AlertOutcome.Accepted && record.Channel != AlertChannel.Voice)
                byStatus[record.MessageStatus] = byStatus.GetValueOrDefault(record.MessageStatus) + 1;

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
            EstimatedPrice = _segments * text.PricePerSegment,
            ActualPrice = actual,
            Latencies = Latencies(remembered),
        };
    }

    private static List<AlertLatency> Latencies(IReadOnlyCollection<AlertRecord> remembered)
    {
        var took = new SortedDictionary<(AlertChannel Channel, AlertStep Step), List<TimeSpan>>();
        foreach (var record in remembered)
        {
            var decided = record.TimeOf(AlertStep.Decided);
            for (var step = AlertStep.Admitted; step <= AlertStep.Heard; step++)
            {
                if (record.TimeOf(step) is not { } at)
                    continue;

                if (!took.TryGetValue((record.Channel, step), out var times))
                    took.Add((record.Channel, step), times = []);

                times.Add(at - decided!.Value);
            }
        }

        var latencies = new List<AlertLatency>(took.Count);
        foreach (var ((channel, step), times) in took)
        {
            times.Sort();
            latencies.Add(new AlertLatency(channel, step, times.Count, Percentile(times, 0.50), Percentile(times, 0.99), times[^1]));
        }

        return latencies;
    }

    /// <summary>The nearest-rank percentile.</summary>
    private static TimeSpan Percentile(List<TimeSpan> sorted, double p) =>
        sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * p) - 1, 0, sorted.Count - 1)];
}
