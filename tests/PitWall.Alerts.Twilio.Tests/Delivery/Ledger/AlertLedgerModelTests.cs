using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

/// <summary>Random operations on the ledger and on a naive model of it, which have to agree after every one.</summary>
public class AlertLedgerModelTests
{
    private const int Operations = 6_000;

    // Around the length the ring begins with, and such that it grows to what is no power of two.
    private static readonly int[] Capacities = [1, 2, 3, 63, 64, 65, 100, 129, 300];

    private readonly ManualTimeProvider _clock = new();
    private readonly PitWallTwilioOptions _options = new();
    private readonly LedgerModel _model = new();
    private readonly List<ModelAlert> _all = [];
    private readonly AlertLedger _sut;
    private Random _random = new(0);
    private TimeSpan _now;

    public AlertLedgerModelTests() => _sut = new AlertLedger(() => _options, _clock);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AnyOperations_InAnyOrder_AgreeWithTheModel(int seed)
    {
        _random = new Random(seed);
        for (var i = 0; i < Operations; i++)
        {
            Step();
            CheckOne();
            if (i % 50 == 0)
                CheckAll();
        }

        CheckAll();
    }

    private void Step()
    {
        switch (_random.Next(100))
        {
            case < 45:
                Admit();
                break;
            case < 55:
                Attempt();
                break;
            case < 75:
                Close();
                break;
            case < 95:
                Report();
                break;
            case < 97:
                _options.Delivery.Ledger.Capacity = Capacities[_random.Next(Capacities.Length)];
                break;
            case < 98:
                _options.Delivery.Ledger.MaxAge = TimeSpan.FromSeconds(_random.Next(60, 600));
                break;
            default:
                Advance(TimeSpan.FromSeconds(_random.Next(1, 120)));
                break;
        }
    }

    private void Admit()
    {
        // One that follows another was entered before it is admitted, and may be forgotten by then.
        var alert = _random.Next(3) == 0 ? Known() ?? New() : New();
        if (alert.HasEnded)
            return;

        var segments = _random.Next(1, 5);
        _sut.NoteAdmitted(alert.Record, segments, AlertHolds.Queued, _clock.GetUtcNow());
        OpenInModel(alert);
        alert.Segments = segments;
    }

    private void OpenInModel(ModelAlert alert)
    {
        if (!alert.IsOpen)
            _model.Open(alert, _options.Delivery.Ledger, _now);
    }

    private void Attempt()
    {
        // Nearly all are sent at once, and are entered as their request leaves.
        var alert = _random.Next(2) == 0 ? Known() ?? New() : New();
        if (alert.HasEnded)
            return;

        var segments = _random.Next(1, 5);
        _sut.NoteAttempt(alert.Record, segments, ++alert.Attempts, _clock.GetUtcNow());
        OpenInModel(alert);
        alert.Segments = segments;
    }

    private void Close()
    {
        // What is suppressed before it was sent is entered with its end.
        var alert = _random.Next(5) == 0 ? New() : Known();
        if (alert is not { HasEnded: false })
            return;

        AlertOutcome[] outcomes = [AlertOutcome.Accepted, AlertOutcome.Unknown, AlertOutcome.Failed, AlertOutcome.Suppressed];
        var outcome = outcomes[_random.Next(outcomes.Length)];
        var result = new AlertResult
        {
            Outcome = outcome,
            Attempts = _random.Next(3),
            Segments = _random.Next(1, 5),
            Message = outcome == AlertOutcome.Accepted ? new MessageReceipt { Sid = AnySid() } : null,
        };
        _sut.Close(alert.Record, result, _clock.GetUtcNow());
        OpenInModel(alert);
        _model.Close(alert, result);
    }

    private void Report()
    {
        var alertId = _random.Next(4) == 0 ? null : Known()?.Id;
        var sid = AnySid();

        // Where several have a SID, either of them may be meant.
        if (_model.Held.Count(a => a.Sid == sid) > 1)
            return;

        var status = (MessageStatus)_random.Next(1, 6);
        var isTaken = _sut.TryChange(alertId, sid, status, static (ref f, s) => f.MessageStatus = s, out var foundId);

        isTaken.Should().Be(_model.TryReport(alertId, sid, status, out var expectedId));
        foundId.Should().Be(expectedId);
    }

    private void Advance(TimeSpan by)
    {
        _clock.Advance(by);
        _now += by;
    }

    private void CheckOne()
    {
        if (Known() is not { } alert)
            return;

        _model.Age(_now);
        var isHeld = _model.Held.Contains(alert);
        (_sut.Find(alert.Id) is not null).Should().Be(isHeld);
        (_sut.FindAt(alert.Record.Place) is not null).Should().Be(isHeld);
        if (alert.Sid is not { } sid)
            return;

        var holders = _model.Held.Where(a => a.Sid == sid).Select(a => a.Id).ToList();
        if (_sut.FindBySid(sid) is { } entry)
            holders.Should().Contain(entry.Id);
        else
            holders.Should().BeEmpty();
    }

    private void CheckAll()
    {
        var entries = _sut.Recent(int.MaxValue);
        _model.Age(_now);

        entries.Reverse().Select(e => (e.Id, e.Sid, e.Outcome, e.Segments, e.Attempts, e.MessageStatus))
            .Should().Equal(_model.Held.Select(a => (a.Id, a.Sid, a.Outcome, a.Segments, a.Attempts, a.MessageStatus)));
        var summary = _sut.Summarize();
        summary.Raised.Should().Be(_model.Raised);
        summary.Segments.Should().Be(_model.Segments);
        summary.ByOutcome.Where(o => o.Key != AlertOutcome.Pending)
            .Should().BeEquivalentTo(_model.Ended.Where(o => o.Value != 0));
        summary.ByOutcome.GetValueOrDefault(AlertOutcome.Pending).Should().Be(_model.Raised - _model.Ended.Values.Sum());
    }

    private ModelAlert New()
    {
        var n = _all.Count;
        string[] ids = [$"{n}", $"id-{n:d13}", $"longer than the ledger's own {n}", $"ñ{n}", $"SM{n:x32}", $"{n}\0"];
        var id = ids[_random.Next(ids.Length)];
        var alert = new ModelAlert(new AlertRecord(id, AlertKind.Strategy, "pit_stop", AlertSeverity.Medium, AlertChannel.Sms, topic: null, _clock.GetTimestamp())
        {
            RaisedAt = _clock.GetUtcNow(),
        });
        _all.Add(alert);
        return alert;
    }

    /// <summary>One of the latest, forgotten or not.</summary>
    private ModelAlert? Known()
    {
        var open = _all.Count == 0 ? null : _all[_random.Next(Math.Max(0, _all.Count - 400), _all.Count)];
        return open is { IsOpen: true } ? open : null;
    }

    /// <summary>A SID that an alert has, perhaps with capitals, or that none has, or what is no SID at all.</summary>
    private string AnySid() => _random.Next(8) switch
    {
        0 => Known()?.Sid ?? "none",
        1 => $"SM{_random.Next():X32}",
        2 => $"MM{_random.Next(50):x32}",
        3 => $"foreign-{_random.Next(50)}",
        _ => $"SM{_random.Next():x32}",
    };
}
