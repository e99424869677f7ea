using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The latest alerts, in memory, by id and by SID; every operation but the summary is O(1).</summary>
internal sealed class AlertLedger(Func<PitWallTwilioOptions> options, TimeProvider clock) : IAlertLedger
{
    /// <summary>How far a reader of changes may fall behind.</summary>
    private const int WatcherCapacity = 1_000;

    private readonly Lock _gate = new();
    private readonly LedgerRing _ring = new();
    private readonly LedgerCounts _counts = new();
    private ImmutableArray<Channel<AlertEntry>> _watchers = [];

    /// <summary>An alert's SID is known now. Told under the lock, so listeners must be quick.</summary>
    public event FactsChange<string>? Identified;

    /// <summary>Enters an alert; what is older than the options keep is forgotten.</summary>
    public void Open(AlertRecord record, DateTimeOffset decided)
    {
        var keep = options().Delivery.Ledger;
        lock (_gate)
            Enter(record, decided, keep);
    }

    /// <summary>Enters an alert that was admitted and written: it waits for its sender now.</summary>
    public void OpenAdmitted(AlertRecord record, DateTimeOffset decided, DateTimeOffset admitted, int segments, LedgerOptions keep)
    {
        lock (_gate)
        {
            if (record.Place < 0)
                Enter(record, decided, keep);

            ChangeLocked(ref FactsOf(record), (Segments: segments, At: admitted), static (ref f, s) =>
            {
                f.Segments = s.Segments;
                f.Detail = AlertHolds.Queued;
                f.Take(AlertStep.Admitted, s.At);
            });
        }
    }

    /// <summary>Changes what is known of an alert and tells whoever watches.</summary>
    public void Change<TState>(AlertRecord record, TState state, FactsChange<TState> change)
    {
        lock (_gate)
            ChangeLocked(ref FactsOf(record), state, change);
    }

    /// <summary>Notes an end: outcome, reason, SID and what it took.</summary>
    public void Close(AlertRecord record, AlertResult result, DateTimeOffset at)
    {
        lock (_gate)
        {
            ref var facts = ref FactsOf(record);

            // Twilio may have told more already, and told it first: a report proves that the alert was accepted.
            facts.Outcome = IsProven(in facts, result) ? AlertOutcome.Accepted : result.Outcome;
            facts.Reason = result.Reason;
            facts.Detail = result.Detail ?? facts.ReportedDetail;
            facts.Attempts = result.Attempts;
            facts.Segments = result.Segments;
            facts.ErrorCode = (result.Error as TwilioApiException)?.ErrorCode ?? facts.ErrorCode;
            facts.Take(facts.Outcome == AlertOutcome.Accepted ? AlertStep.Accepted : AlertStep.Ended, at);

            // One that was forgotten meanwhile must not come back by its SID.
            var isHeld = _ring.Holds(record.Place);
            if (isHeld && result.Reason != SuppressionReason.Duplicate && result.Sid is { } sid)
                Identify(record.Place, ref facts, sid);

            _counts.NoteEnd(in facts);
            Tell(in facts);
            if (isHeld)
                _ring.Keep(record);
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
            if (!_ring.TryFindSid(compactSid, out var place) && (alertId is null || !_ring.TryFind(CompactText.Of(alertId), out place)))
                return false;

            ref var facts = ref _ring.FactsAt(place);
            foundId = facts.Id.ToString();
            if (!facts.Sid.HasValue)
                Identify(place, ref facts, sid);
            else if (!facts.Sid.Equals(compactSid))
                return false;

            Prove(ref facts);
            ChangeLocked(ref facts, state, change);
            return true;
        }
    }

    public AlertEntry? Find(string alertId)
    {
        ArgumentNullException.ThrowIfNull(alertId);
        lock (_gate)
            return _ring.TryFind(CompactText.Of(alertId), out var place) ? _ring.FactsAt(place).ToEntry() : null;
    }

    public AlertEntry? FindBySid(string sid)
    {
        ArgumentNullException.ThrowIfNull(sid);
        lock (_gate)
            return _ring.TryFindSid(CompactText.Of(sid), out var place) ? _ring.FactsAt(place).ToEntry() : null;
    }

    /// <summary>Looks up what was entered at a place.</summary>
    public AlertEntry? FindAt(long place)
    {
        lock (_gate)
            return _ring.Holds(place) ? _ring.FactsAt(place).ToEntry() : null;
    }

    public IReadOnlyList<AlertEntry> Recent(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
        {
            var entries = new List<AlertEntry>(Math.Min(count, _ring.Count));
            for (var place = _ring.Newest; place >= _ring.Oldest && entries.Count < count; place--)
                entries.Add(_ring.FactsAt(place).ToEntry());

            return entries;
        }
    }

    public async IAsyncEnumerable<AlertEntry> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<AlertEntry>(
            new BoundedChannelOptions(WatcherCapacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        ImmutableInterlocked.Update(ref _watchers, static (all, one) => all.Add(one), channel);
        try
        {
            await foreach (var entry in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return entry;
        }
        finally
        {
            ImmutableInterlocked.Update(ref _watchers, static (all, one) => all.Remove(one), channel);
        }
    }

    public AlertSummary Summarize()
    {
        var pricePerSegment = options().Text.PricePerSegment;
        LatencySamples latencies;
        AlertSummary summary;
        lock (_gate)
        {
            summary = _counts.Summarize(_ring, pricePerSegment);
            latencies = LatencySamples.Of(_ring);
        }

        // Sorting takes a while, and nobody who sends waits for it.
        return summary with { Latencies = latencies.Summarize() };
    }

    private void Enter(AlertRecord record, DateTimeOffset decided, LedgerOptions keep)
    {
        record.Facts.Take(AlertStep.Decided, decided);
        var now = clock.GetTimestamp();
        Forget(keep, now);
        _ring.Enter(record, now);
        _counts.Raised++;
    }

    /// <summary>The record's own until the end, and from then on the ring's; its own again when the ring has forgotten it.</summary>
    private ref AlertFacts FactsOf(AlertRecord record)
    {
        if (_ring.Holds(record.Place))
            return ref _ring.FactsAt(record.Place);

        return ref record.Facts;
    }

    private void ChangeLocked<TState>(ref AlertFacts facts, TState state, FactsChange<TState> change)
    {
        change(ref facts, state);
        Tell(in facts);
    }

    private void Tell(in AlertFacts facts)
    {
        if (_watchers.IsEmpty)
            return;

        var entry = facts.ToEntry();
        foreach (var watcher in _watchers)
            watcher.Writer.TryWrite(entry);
    }

    private void Identify(long place, ref AlertFacts facts, string sid)
    {
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
        // Its age here, not the decision's, which callers name and which may be any time at all.
        while (_ring.Count > 0
            && (_ring.Count >= keep.Capacity || clock.GetElapsedTime(_ring.At(_ring.Oldest).EnteredAt, now) > keep.MaxAge))
        {
            _ring.Forget();
        }
    }
}
