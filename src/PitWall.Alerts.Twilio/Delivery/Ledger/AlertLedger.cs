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
    private readonly Dictionary<string, AlertRecord> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AlertRecord> _bySid = new(StringComparer.Ordinal);
    private readonly Queue<AlertRecord> _order = new();
    private readonly LedgerCounts _counts = new();
    private ImmutableArray<Channel<AlertEntry>> _watchers = [];

    /// <summary>An alert's SID is known now. Told under the lock, so listeners must be quick.</summary>
    public event Action<AlertRecord>? Identified;

    /// <summary>Enters an alert; what is older than the options keep is forgotten.</summary>
    public void Open(AlertRecord record, DateTimeOffset decided)
    {
        var keep = options().Delivery.Ledger;
        lock (_gate)
        {
            record.Take(AlertStep.Decided, decided);
            record.EnteredAt = clock.GetTimestamp();
            _byId[record.Id] = record;
            _order.Enqueue(record);
            _counts.Raised++;
            Forget(keep);
        }
    }

    /// <summary>Changes a record and tells whoever watches.</summary>
    public void Change<TState>(AlertRecord record, TState state, Action<AlertRecord, TState> change)
    {
        lock (_gate)
        {
            ChangeLocked(record, state, change);
        }
    }

    /// <summary>Notes an end: outcome, reason, SID and what it took.</summary>
    public void Close(AlertRecord record, AlertResult result, DateTimeOffset at) =>
        Change(record, (Result: result, At: at, Ledger: this), static (r, s) =>
        {
            // Twilio may have told more already, and told it first: a report proves that the alert was accepted.
            r.Outcome = IsProven(r, s.Result) ? AlertOutcome.Accepted : s.Result.Outcome;
            r.Reason = s.Result.Reason;
            r.Detail = s.Result.Detail ?? r.ReportedDetail;
            r.Attempts = s.Result.Attempts;
            r.Segments = s.Result.Segments;
            r.ErrorCode = (s.Result.Error as TwilioApiException)?.ErrorCode ?? r.ErrorCode;
            r.Take(r.Outcome == AlertOutcome.Accepted ? AlertStep.Accepted : AlertStep.Ended, s.At);
            if (s.Result.Reason != SuppressionReason.Duplicate && s.Result.Sid is { } sid)
                s.Ledger.Identify(r, sid);

            s.Ledger._counts.NoteEnd(r);
        });

    /// <summary>Applies what Twilio reported of a message or call to the alert it belongs to, which learns the SID from it.</summary>
    /// <param name="alertId">The alert that the report named; <see langword="null"/> for none.</param>
    /// <param name="sid">The message or call.</param>
    /// <param name="state">Handed to <paramref name="change"/>.</param>
    /// <param name="change">Changes the record.</param>
    /// <param name="record">The alert's record; <see langword="null"/> when there is none.</param>
    /// <returns>
    /// <see langword="false"/> when there is no such alert, or it belongs to another message or call: then it was sent twice.
    /// </returns>
    public bool TryChange<TState>(string? alertId, string sid, TState state, Action<AlertRecord, TState> change, out AlertRecord? record)
    {
        lock (_gate)
        {
            if (!_bySid.TryGetValue(sid, out record) && (alertId is null || !_byId.TryGetValue(alertId, out record)))
                return false;

            if (record.Sid is null)
                Identify(record, sid);
            else if (record.Sid != sid)
                return false;

            ChangeLocked(record, (State: state, Change: change, Ledger: this), static (r, s) =>
            {
                s.Ledger.Prove(r);
                s.Change(r, s.State);
            });
            return true;
        }
    }

    public AlertEntry? Find(string alertId)
    {
        ArgumentNullException.ThrowIfNull(alertId);
        lock (_gate)
            return _byId.TryGetValue(alertId, out var record) ? record.ToEntry() : null;
    }

    public AlertEntry? FindBySid(string sid)
    {
        ArgumentNullException.ThrowIfNull(sid);
        lock (_gate)
            return _bySid.TryGetValue(sid, out var record) ? record.ToEntry() : null;
    }

    public IReadOnlyList<AlertEntry> Recent(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
            return [.. _order.TakeLast(count).Reverse().Select(r => r.ToEntry())];
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
            summary = _counts.Summarize(_order, pricePerSegment);
            latencies = LatencySamples.Of(_order);
        }

        // Sorting takes a while, and nobody who sends waits for it.
        return summary with { Latencies = latencies.Summarize() };
    }

    private void ChangeLocked<TState>(AlertRecord record, TState state, Action<AlertRecord, TState> change)
    {
        change(record, state);
        if (_watchers.IsEmpty)
            return;

        var entry = record.ToEntry();
        foreach (var watcher in _watchers)
            watcher.Writer.TryWrite(entry);
    }

    private void Identify(AlertRecord record, string sid)
    {
        var isNews = record.Sid != sid;
        if (isNews && record.Sid is { } other)
            _bySid.Remove(other);

        record.Sid = sid;
        // A record that was forgotten meanwhile must not come back by its SID.
        if (!_byId.ContainsKey(record.Id))
            return;

        _bySid[sid] = record;
        if (isNews)
            Identified?.Invoke(record);
    }

    private static bool IsProven(AlertRecord record, AlertResult result) => result.Outcome == AlertOutcome.Unknown && record.Sid is not null;

    /// <summary>An alert that ended as unknown was accepted after all: Twilio speaks of it.</summary>
    private void Prove(AlertRecord record)
    {
        if (record.Outcome != AlertOutcome.Unknown)
            return;

        record.Outcome = AlertOutcome.Accepted;
        record.Detail = record.ReportedDetail;
        record.Revoke(AlertStep.Ended);
        record.Take(AlertStep.Accepted, clock.GetUtcNow());
        _counts.NoteFound(record);
    }

    private void Forget(LedgerOptions keep)
    {
        // Its age here, not the decision's, which callers name and which may be any time at all.
        while (_order.TryPeek(out var record)
            && (_order.Count > keep.Capacity || clock.GetElapsedTime(record.EnteredAt) > keep.MaxAge))
        {
            _order.Dequeue();
            _byId.Remove(record.Id);
            if (record.Sid is { } sid && _bySid.TryGetValue(sid, out var owner) && ReferenceEquals(owner, record))
                _bySid.Remove(sid);
        }
    }
}
