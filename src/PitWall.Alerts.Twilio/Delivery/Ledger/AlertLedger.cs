namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The latest alerts, in memory, by id and by SID; every operation but the summary is O(1).</summary>
internal sealed class AlertLedger(Func<PitWallTwilioOptions> options, TimeProvider clock) : IAlertLedger
{
    private readonly Lock _gate = new();
    private readonly LedgerRing _ring = new();
    private readonly LedgerCounts _counts = new();
    private readonly LedgerWatchers _watchers = new();

    // As of the latest alert: a question must not read the options, because their code may be what asks.
    private long _maxAge;

    /// <summary>An alert's SID is known now. Raised under the lock, so listeners must be quick.</summary>
    public event FactsChange<string>? Identified;

    /// <summary>Tells a listener of every SID that is known, and of every one that will be.</summary>
    public void TellIdentified(FactsChange<string> listener)
    {
        lock (_gate)
        {
            for (var place = _ring.Oldest; place <= _ring.Newest; place++)
            {
                ref var facts = ref _ring[place];
                if (facts.Sid.ToString() is { } sid)
                    listener(ref facts, sid);
            }

            Identified += listener;
        }
    }

    /// <summary>An alert is entered soon, in all likelihood.</summary>
    public void Expect() => _ring.Expect();

    /// <summary>An alert that was entered ends soon.</summary>
    public void ExpectEnd(AlertRecord record) => _ring.ExpectChange(record.Place);

    /// <summary>An alert was admitted and written, and did not leave at once as far as is known.</summary>
    /// <param name="record">The alert.</param>
    /// <param name="segments">What it takes.</param>
    /// <param name="hold">Where it stands.</param>
    /// <param name="at">When.</param>
    public void NoteAdmitted(AlertRecord record, int segments, string hold, DateTimeOffset at)
    {
        var keep = KeepFor(record);
        lock (_gate)
        {
            AlertFacts lost = default;
            ref var facts = ref OpenFacts(record, keep, ref lost);
            facts.Segments = segments;
            facts.Detail = hold;
            facts.Take(AlertStep.Admitted, at);
            _watchers.Tell(in facts);
        }
    }

    /// <summary>A request of an alert leaves. One that is sent at once, as nearly all are, is entered here, with all that is known of it.</summary>
    /// <param name="record">The alert.</param>
    /// <param name="segments">What it takes.</param>
    /// <param name="attempt">Which request.</param>
    /// <param name="at">When.</param>
    public void NoteAttempt(AlertRecord record, int segments, int attempt, DateTimeOffset at)
    {
        var keep = KeepFor(record);
        lock (_gate)
        {
            AlertFacts lost = default;
            ref var facts = ref OpenFacts(record, keep, ref lost);
            facts.Segments = segments;
            facts.Attempts = attempt;
            facts.Detail = AlertHolds.UnderWay;
            facts.Take(AlertStep.Admitted, at);
            facts.Take(AlertStep.Transmitted, at);
            _watchers.Tell(in facts);
        }
    }

    /// <summary>Changes what is known of an alert, which is entered if it was not, and notifies the watchers.</summary>
    public void Change<TState>(AlertRecord record, TState state, FactsChange<TState> change)
    {
        var keep = KeepFor(record);
        lock (_gate)
        {
            AlertFacts lost = default;
            ref var facts = ref OpenFacts(record, keep, ref lost);
            change(ref facts, state);
            _watchers.Tell(in facts);
        }
    }

    /// <summary>Notes an end: outcome, reason, SID and what it took.</summary>
    public void Close(AlertRecord record, AlertResult result, DateTimeOffset at)
    {
        var keep = KeepFor(record);
        lock (_gate)
        {
            AlertFacts lost = default;
            ref var facts = ref OpenFacts(record, keep, ref lost);

            // What is held back by the gate was never under way.
            if (record.IsAdmitted)
                facts.Take(AlertStep.Admitted, at);

            // Twilio may already have reported more, and reported it first: a report proves that the alert was accepted.
            facts.Outcome = IsProven(in facts, result) ? AlertOutcome.Accepted : result.Outcome;
            facts.Reason = result.Reason;
            facts.Detail = result.Detail ?? facts.ReportedDetail;
            facts.Attempts = result.Attempts;
            facts.Segments = result.Segments;
            facts.ErrorCode = (result.Error as TwilioApiException)?.ErrorCode ?? facts.ErrorCode;
            facts.Take(facts.Outcome == AlertOutcome.Accepted ? AlertStep.Accepted : AlertStep.Ended, at);

            if (result.Reason != SuppressionReason.Duplicate && result.Sid is { } sid)
            {
                // One that was forgotten meanwhile must not come back by its SID.
                if (_ring.Holds(record.Place))
                    Identify(record.Place, sid);
                else
                    facts.Sid = CompactText.Of(sid);
            }

            _counts.NoteEnd(in facts);
            _watchers.Tell(in facts);
        }
    }

    /// <summary>Applies what Twilio reported of a message or call to the alert it belongs to, which learns the SID from it.</summary>
    /// <param name="alertId">The alert that the report named; <see langword="null"/> for none.</param>
    /// <param name="sid">The message or call.</param>
    /// <param name="state">Handed to <paramref name="change"/>.</param>
    /// <param name="change">Changes what is known.</param>
    /// <param name="foundId">The alert's id; <see langword="null"/> when there is none.</param>
    /// <returns>
    /// <see langword="false"/> when there is no such alert, or it belongs to another message or call: then it was sent twice.
    /// </returns>
    public bool TryChange<TState>(string? alertId, string sid, TState state, FactsChange<TState> change, out string? foundId)
    {
        var compactSid = CompactText.Of(sid);
        foundId = null;
        lock (_gate)
        {
            var place = _ring.FindSid(compactSid);
            if (place < 0 && alertId is not null)
                place = _ring.Find(CompactText.Of(alertId));

            if (place < 0)
                return false;

            ref var facts = ref _ring[place];
            foundId = facts.Id.ToString();
            if (!facts.Sid.HasValue)
                Identify(place, sid);
            else if (!facts.Sid.Equals(compactSid))
                return false;

            Prove(ref facts);
            change(ref facts, state);
            _watchers.Tell(in facts);
            return true;
        }
    }

    public AlertEntry? Find(string alertId)
    {
        ArgumentNullException.ThrowIfNull(alertId);
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            ForgetAged(now);
            return EntryAt(_ring.Find(CompactText.Of(alertId)));
        }
    }

    public AlertEntry? FindBySid(string sid)
    {
        ArgumentNullException.ThrowIfNull(sid);
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            ForgetAged(now);
            return EntryAt(_ring.FindSid(CompactText.Of(sid)));
        }
    }

    /// <summary>Looks up what was entered at a place.</summary>
    public AlertEntry? FindAt(long place)
    {
        lock (_gate)
            return EntryAt(place);
    }

    public IReadOnlyList<AlertEntry> Recent(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            ForgetAged(now);
            var entries = new List<AlertEntry>(Math.Min(count, _ring.Count));
            for (var place = _ring.Newest; place >= _ring.Oldest && entries.Count < count; place--)
                entries.Add(_ring[place].ToEntry());

            return entries;
        }
    }

    public IAsyncEnumerable<AlertEntry> WatchAsync(CancellationToken cancellationToken = default) => _watchers.WatchAsync(cancellationToken);

    public AlertSummary Summarize()
    {
        var pricePerSegment = options().Text.PricePerSegment;
        var now = clock.GetTimestamp();
        LatencySamples latencies;
        AlertSummary summary;
        lock (_gate)
        {
            ForgetAged(now);
            summary = _counts.Summarize(_ring, pricePerSegment);
            latencies = LatencySamples.Of(_ring);
        }

        // Sorting takes a while, and nobody who sends waits for it.
        return summary with { Latencies = latencies.Summarize() };
    }

    /// <summary>The options for an alert that is still to be entered. Read outside the lock: they may be the host's code.</summary>
    private LedgerOptions? KeepFor(AlertRecord record) => record.IsEntered ? null : options().Delivery.Ledger;

    private ref AlertFacts Enter(AlertRecord record, LedgerOptions keep)
    {
        Forget(keep, record.BeganAt);
        record.Place = _ring.Enter(record.ToFacts(), keep.Capacity);
        _counts.Raised++;
        return ref _ring[record.Place];
    }

    private AlertEntry? EntryAt(long place) => _ring.Holds(place) ? _ring[place].ToEntry() : null;

    /// <summary>What is known of an alert, which is entered where it was not; of one that was forgotten while it was under way, what it is.</summary>
    private ref AlertFacts OpenFacts(AlertRecord record, LedgerOptions? keep, ref AlertFacts lost)
    {
        if (!record.IsEntered)
            return ref Enter(record, keep!);

        if (_ring.Holds(record.Place))
            return ref _ring[record.Place];

        lost = record.ToFacts();
        return ref lost;
    }

    private void Identify(long place, string sid)
    {
        ref var facts = ref _ring[place];
        var compact = CompactText.Of(sid);
        if (facts.Sid.Equals(compact))
            return;

        _ring.Identify(place, compact);
        Identified?.Invoke(ref facts, sid);
    }

    private static bool IsProven(in AlertFacts facts, AlertResult result) => result.Outcome == AlertOutcome.Unknown && facts.Sid.HasValue;

    /// <summary>An alert that ended as unknown was accepted after all: Twilio speaks of it.</summary>
    private void Prove(ref AlertFacts facts)
    {
        if (facts.Outcome != AlertOutcome.Unknown)
            return;

        facts.Outcome = AlertOutcome.Accepted;
        facts.Detail = facts.ReportedDetail;
        facts.Revoke(AlertStep.Ended);
        facts.Take(AlertStep.Accepted, clock.GetUtcNow());
        _counts.NoteFound(in facts);
    }

    private void Forget(LedgerOptions keep, long now)
    {
        while (_ring.Count >= keep.Capacity)
            _ring.Forget();

        _maxAge = clock.ToTimestampTicks(keep.MaxAge);
        ForgetAged(now);
    }

    /// <summary>Forgets by the age here, not the decision's, which callers name and which may be any time at all.</summary>
    private void ForgetAged(long now)
    {
        while (_ring.Count > 0 && now - _ring[_ring.Oldest].BeganAt > _maxAge)
            _ring.Forget();
    }
}
