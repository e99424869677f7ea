namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

/// <summary>What the ledger has to know, the slow way: a list that is looked through from end to end.</summary>
internal sealed class LedgerModel
{
    private readonly List<ModelAlert> _held = [];
    private TimeSpan _maxAge;

    /// <summary>What is remembered, oldest first.</summary>
    public IReadOnlyList<ModelAlert> Held => _held;

    public int Raised { get; private set; }

    public Dictionary<AlertOutcome, long> Ended { get; } = [];

    public long Segments { get; private set; }

    public void Open(ModelAlert alert, LedgerOptions keep, TimeSpan now)
    {
        alert.IsOpen = true;
        alert.EnteredAt = now;
        while (_held.Count >= keep.Capacity)
            _held.RemoveAt(0);

        _maxAge = keep.MaxAge;
        Age(now);
        _held.Add(alert);
        Raised++;
    }

    /// <summary>Whoever asks is told nothing of what is too old.</summary>
    public void Age(TimeSpan now)
    {
        while (_held.Count > 0 && now - _held[0].EnteredAt > _maxAge)
            _held.RemoveAt(0);
    }

    public void Close(ModelAlert alert, AlertResult result)
    {
        var isHeld = _held.Contains(alert);
        alert.HasEnded = true;
        alert.Outcome = isHeld && result.Outcome == AlertOutcome.Unknown && alert.Sid is not null ? AlertOutcome.Accepted : result.Outcome;
        alert.Attempts = result.Attempts;
        alert.Segments = result.Segments;
        if (isHeld && result.Sid is { } sid)
            alert.Sid = sid;

        Count(alert.Outcome, 1);
        if (alert.Outcome == AlertOutcome.Accepted)
            Segments += alert.Segments;
    }

    public bool TryReport(string? alertId, string sid, MessageStatus status, out string? foundId)
    {
        var found = _held.FindLast(a => a.Sid == sid) ?? _held.FindLast(a => a.Id == alertId);
        foundId = found?.Id;
        if (found is null || (found.Sid is not null && found.Sid != sid))
            return false;

        found.Sid = sid;
        found.MessageStatus = status;
        if (found.Outcome != AlertOutcome.Unknown)
            return true;

        found.Outcome = AlertOutcome.Accepted;
        Count(AlertOutcome.Unknown, -1);
        Count(AlertOutcome.Accepted, 1);
        Segments += found.Segments;
        return true;
    }

    private void Count(AlertOutcome outcome, long by) => Ended[outcome] = Ended.GetValueOrDefault(outcome) + by;
}
