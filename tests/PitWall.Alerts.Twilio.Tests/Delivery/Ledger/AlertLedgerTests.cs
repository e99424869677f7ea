using System.Net;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class AlertLedgerTests
{
    private const string Sid = "SM00000000000000000000000000000001";

    private readonly ManualTimeProvider _clock = new();
    private readonly PitWallTwilioOptions _options = new();
    private readonly AlertLedger _sut;

    public AlertLedgerTests() => _sut = new AlertLedger(() => _options, _clock);

    [Fact]
    public void Find_OpenedAlert_IsPending()
    {
        var job = Open();

        _sut.Find(job.Id)!.Outcome.Should().Be(AlertOutcome.Pending);
        _sut.Find("nobody").Should().BeNull();
    }

    [Fact]
    public void Close_Accepted_IsFoundByIdAndSid()
    {
        var job = Accepted();

        var entry = _sut.FindBySid(Sid)!;

        entry.Id.Should().Be(job.Id);
        entry.Outcome.Should().Be(AlertOutcome.Accepted);
        entry.Times.Keys.Should().Equal(AlertStep.Decided, AlertStep.Admitted, AlertStep.Accepted);
    }

    [Fact]
    public void Open_MoreThanItsCapacity_ForgetsTheOldestByIdAndSid()
    {
        _options.Delivery.Ledger.Capacity = 3;
        var first = Accepted();
        for (var i = 0; i < 3; i++)
            Open();

        _sut.Find(first.Id).Should().BeNull();
        _sut.FindBySid(Sid).Should().BeNull();
        _sut.Recent(100).Should().HaveCount(3);
        _sut.Summarize().Raised.Should().Be(4, "forgetting an alert loses no count");
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(+2)]
    public void Open_DecisionDatedOtherwise_IsForgottenByItsAgeHere(int days)
    {
        var job = Jobs.Make(_clock, raisedAt: _clock.GetUtcNow().AddDays(days));
        _sut.NoteAdmitted(job, segments: 1, AlertHolds.UnderWay, _clock.GetUtcNow());
        Open();
        _sut.Find(job.Id).Should().NotBeNull();

        _clock.Advance(TimeSpan.FromHours(25));
        Open();

        _sut.Find(job.Id).Should().BeNull();
        _sut.Recent(100).Should().ContainSingle();
    }

    [Fact]
    public void Find_OlderThanItsAgeWhileNothingCame_IsForgotten()
    {
        _options.Delivery.Ledger.MaxAge = TimeSpan.FromMinutes(1);
        var job = Accepted();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _sut.Find(job.Id).Should().NotBeNull();

        _clock.Advance(TimeSpan.FromTicks(1));

        _sut.Find(job.Id).Should().BeNull();
        _sut.FindBySid(Sid).Should().BeNull();
        _sut.Recent(100).Should().BeEmpty();
        _sut.Summarize().Latencies.Should().BeEmpty();
        _sut.Summarize().Raised.Should().Be(1);
    }

    [Fact]
    public void Close_AfterItWasForgotten_DoesNotComeBackByItsSid()
    {
        _options.Delivery.Ledger.Capacity = 1;
        var job = Open();
        Open();

        _sut.Close(job, WithSid(AlertOutcome.Accepted), _clock.GetUtcNow());

        _sut.FindBySid(Sid).Should().BeNull();
        _sut.Summarize().ByOutcome[AlertOutcome.Accepted].Should().Be(1);
    }

    [Fact]
    public void NoteAttempt_OptionsThatAskTheLedger_AreReadOutsideItsLock()
    {
        AlertLedger? sut = null;
        var wasFree = false;
        sut = new AlertLedger(
            () =>
            {
                var reader = new Thread(() => sut!.Recent(1)) { IsBackground = true };
                reader.Start();
                wasFree = reader.Join(TimeSpan.FromSeconds(30));
                return _options;
            },
            _clock);

        sut.NoteAttempt(Jobs.Make(_clock), segments: 1, attempt: 1, _clock.GetUtcNow());

        wasFree.Should().BeTrue();
    }

    [Fact]
    public void Close_ReasonOfAReplacedClient_IsToldAsItIs()
    {
        var job = Open();

        _sut.Close(job, new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = (SuppressionReason)70_000 }, _clock.GetUtcNow());

        _sut.Find(job.Id)!.Reason.Should().Be((SuppressionReason)70_000);
        _sut.Summarize().ByReason.Should().ContainKey((SuppressionReason)70_000);
    }

    [Fact]
    public void Close_NeverEntered_IsEnteredWithItsEnd()
    {
        var job = Jobs.Make(_clock);

        _sut.Close(job, new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Budget }, _clock.GetUtcNow());

        _sut.Find(job.Id)!.Reason.Should().Be(SuppressionReason.Budget);
        _sut.Summarize().Raised.Should().Be(1);
    }

    [Fact]
    public void NoteAdmitted_EnteredBefore_EntersNothing()
    {
        var job = Accepted();

        _sut.NoteAdmitted(job, segments: 1, AlertHolds.UnderWay, _clock.GetUtcNow());

        _sut.Recent(100).Should().ContainSingle().Which.Outcome.Should().Be(AlertOutcome.Accepted);
        _sut.Summarize().Raised.Should().Be(1);
    }

    [Fact]
    public void NoteAttempt_SentAtOnce_WasAdmittedThen()
    {
        var job = Jobs.Make(_clock);
        _clock.Advance(TimeSpan.FromSeconds(2));

        _sut.NoteAttempt(job, segments: 2, attempt: 1, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sut.NoteAttempt(job, segments: 2, attempt: 2, _clock.GetUtcNow());

        var entry = _sut.Find(job.Id)!;
        (entry.Attempts, entry.Segments, entry.Detail).Should().Be((2, 2, AlertHolds.UnderWay));
        entry.Times.Should().Equal(new Dictionary<AlertStep, DateTimeOffset>
        {
            [AlertStep.Decided] = _clock.GetUtcNow().AddSeconds(-3),
            [AlertStep.Admitted] = _clock.GetUtcNow().AddSeconds(-1),
            [AlertStep.Transmitted] = _clock.GetUtcNow().AddSeconds(-1),
        });
    }

    [Fact]
    public async Task Close_AfterItWasForgotten_StillTellsItsSidToWhoeverWatches()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = _sut.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        _options.Delivery.Ledger.Capacity = 1;
        var job = Open();
        Open();
        var next = stream.MoveNextAsync();

        _sut.Close(job, WithSid(AlertOutcome.Accepted), _clock.GetUtcNow());

        (await next).Should().BeTrue();
        stream.Current.Id.Should().Be(job.Id);
        stream.Current.Sid.Should().Be(Sid);
    }

    [Fact]
    public void Recent_Some_AreTheNewestFirst()
    {
        var jobs = Enumerable.Range(0, 4).Select(_ => Open()).ToList();

        _sut.Recent(2).Select(e => e.Id).Should().Equal(jobs[3].Id, jobs[2].Id);
        _sut.Invoking(l => l.Recent(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void TryChange_AlertOfUnknownEnd_IsAcceptedAfterAllAndCountedOnce()
    {
        var job = Open();
        _sut.Close(job, new AlertResult { Outcome = AlertOutcome.Unknown, Segments = 2 }, _clock.GetUtcNow());

        _sut.TryChange(job.Id, Sid, MessageStatus.Delivered, static (ref f, s) => f.MessageStatus = s, out _).Should().BeTrue();
        _sut.TryChange(job.Id, Sid, MessageStatus.Delivered, static (ref f, s) => f.MessageStatus = s, out _).Should().BeTrue();

        var entry = _sut.FindBySid(Sid)!;
        entry.Outcome.Should().Be(AlertOutcome.Accepted);
        entry.MessageStatus.Should().Be(MessageStatus.Delivered);
        var summary = _sut.Summarize();
        summary.ByOutcome.Should().Equal(new Dictionary<AlertOutcome, long> { [AlertOutcome.Accepted] = 1 });
        summary.Segments.Should().Be(2);
    }

    [Fact]
    public void TryChange_BeforeTheCreateReturned_FindsTheAlertByItsId()
    {
        var job = Open();

        _sut.TryChange(job.Id, Sid, 0, static (ref _, _) => { }, out _).Should().BeTrue();

        _sut.FindBySid(Sid)!.Outcome.Should().Be(AlertOutcome.Pending);
        _sut.TryChange("nobody", "SM2", 0, static (ref _, _) => { }, out _).Should().BeFalse();
    }

    [Fact]
    public async Task WatchAsync_Changes_ComeInOrder()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = _sut.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = stream.MoveNextAsync();

        var job = Accepted();

        (await next).Should().BeTrue();
        (stream.Current.Id, stream.Current.Outcome).Should().Be((job.Id, AlertOutcome.Pending));
        (await stream.MoveNextAsync()).Should().BeTrue();
        (stream.Current.Id, stream.Current.Outcome).Should().Be((job.Id, AlertOutcome.Accepted));
    }

    [Fact]
    public async Task WatchAsync_AnyChange_IsTold()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = _sut.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = stream.MoveNextAsync();
        var (sent, queued, attempted) = (Jobs.Make(_clock), Jobs.Make(_clock), Jobs.Make(_clock));

        _sut.NoteAdmitted(sent, segments: 1, AlertHolds.UnderWay, _clock.GetUtcNow());
        _sut.NoteAdmitted(queued, segments: 1, AlertHolds.Queued, _clock.GetUtcNow());
        _sut.NoteAttempt(attempted, segments: 1, attempt: 1, _clock.GetUtcNow());
        _sut.Change(queued, "waits", static (ref f, why) => f.Detail = why);
        _sut.TryChange(attempted.Id, Sid, 0, static (ref f, _) => f.MessageStatus = MessageStatus.Sent, out _);
        _sut.Close(sent, new AlertResult { Outcome = AlertOutcome.Failed }, _clock.GetUtcNow());

        var told = new List<string>();
        while (told.Count < 6 && await next)
        {
            told.Add(stream.Current.Id);
            next = told.Count < 6 ? stream.MoveNextAsync() : default;
        }

        told.Should().Equal(sent.Id, queued.Id, attempted.Id, queued.Id, attempted.Id, sent.Id);
    }

    [Fact]
    public void NoteAdmitted_AnAlert_IsAdmittedAndUnderWay()
    {
        var entry = _sut.Find(Open().Id)!;

        entry.Times.Keys.Should().Equal(AlertStep.Decided, AlertStep.Admitted);
        entry.Detail.Should().Be(AlertHolds.UnderWay);
    }

    [Fact]
    public void Close_Failed_KeepsTheErrorAndItsSentence()
    {
        var job = Open();
        var error = new TwilioApiException(HttpStatusCode.BadRequest, TwilioErrorCode.OptedOut, "refused", isTransient: false);

        _sut.Close(job, new AlertResult { Outcome = AlertOutcome.Failed, Detail = "It was refused.", Error = error }, _clock.GetUtcNow());

        var entry = _sut.Find(job.Id)!;
        (entry.ErrorCode, entry.Detail).Should().Be((TwilioErrorCode.OptedOut, "It was refused."));
        entry.Times.Keys.Should().Equal(AlertStep.Decided, AlertStep.Admitted, AlertStep.Ended);
    }

    [Fact]
    public void Close_ReportedBefore_KeepsWhatWasReported()
    {
        var job = Open();
        _sut.TryChange(job.Id, Sid, 0, static (ref f, _) => (f.ErrorCode, f.ReportedDetail) = (TwilioErrorCode.UnreachableHandset, "Off."), out _);

        _sut.Close(job, WithSid(AlertOutcome.Accepted), _clock.GetUtcNow());

        var entry = _sut.Find(job.Id)!;
        (entry.ErrorCode, entry.Detail).Should().Be((TwilioErrorCode.UnreachableHandset, "Off."));
    }

    [Fact]
    public async Task WatchAsync_ReaderFarBehind_LosesTheOldestAndKeepsTheLatest()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = _sut.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = stream.MoveNextAsync();
        var job = Open();
        for (var i = 1; i <= 5_000; i++)
            _sut.Change(job, i, static (ref f, n) => f.Attempts = n);

        await next;
        var seen = new List<int> { stream.Current.Attempts };
        while (seen[^1] < 5_000 && await stream.MoveNextAsync())
            seen.Add(stream.Current.Attempts);

        seen.Should().BeInAscendingOrder().And.EndWith(5_000);
        seen.Count.Should().BeLessThanOrEqualTo(1_001);
    }

    [Fact]
    public void Summarize_SomeOfEverything_CountsOutcomesReasonsSegmentsAndPrices()
    {
        _options.Text.PricePerSegment = 0.01m;
        Open();
        var accepted = Accepted(segments: 3);
        _sut.TryChange(accepted.Id, Sid, 0, static (ref f, _) => (f.Price, f.MessageStatus) = (new AlertPrice(0.025m, Unit: null), MessageStatus.Delivered), out _);
        var held = Open();
        _sut.Close(held, new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Budget }, _clock.GetUtcNow());
        var last = Open();
        _sut.TryChange(last.Id, Sid.Replace('1', '2'), 0, static (ref f, _) => (f.Price, f.MessageStatus) = (new AlertPrice(0.01m, Unit: null), MessageStatus.Sent), out _);
        _sut.Close(last, new AlertResult { Outcome = AlertOutcome.Accepted, Segments = 1 }, _clock.GetUtcNow());

        var summary = _sut.Summarize();

        summary.ByOutcome.Should().BeEquivalentTo(new Dictionary<AlertOutcome, long>
        {
            [AlertOutcome.Pending] = 1,
            [AlertOutcome.Accepted] = 2,
            [AlertOutcome.Suppressed] = 1,
        });
        summary.ByReason.Should().Equal(new Dictionary<SuppressionReason, long> { [SuppressionReason.Budget] = 1 });
        summary.ByMessageStatus.Should().Equal(new Dictionary<MessageStatus, long> { [MessageStatus.Delivered] = 1, [MessageStatus.Sent] = 1 });
        summary.Segments.Should().Be(4);
        summary.EstimatedPrice.Should().Be(0.04m);
        summary.ActualPrice.Should().Be(0.035m);
    }

    [Fact]
    public void Summarize_Latencies_AreNearestRankPercentilesOfEachStep()
    {
        for (var i = 1; i <= 100; i++)
        {
            var job = Open();
            _sut.Close(job, new AlertResult { Outcome = AlertOutcome.Accepted }, _clock.GetUtcNow().AddSeconds(i * 37 % 101));
        }

        var latency = _sut.Summarize().Latencies.Should().ContainSingle(l => l.Step == AlertStep.Accepted).Subject;

        latency.Should().Be(new AlertLatency(
            AlertChannel.Sms, AlertStep.Accepted, 100, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(99), TimeSpan.FromSeconds(100)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Summarize_DecisionWithAnAbsurdDate_IsNoReasonToThrow(bool first)
    {
        var job = Jobs.Make(_clock, raisedAt: first ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue);
        _sut.NoteAdmitted(job, segments: 1, AlertHolds.UnderWay, _clock.GetUtcNow());
        _sut.Close(job, new AlertResult { Outcome = AlertOutcome.Accepted }, _clock.GetUtcNow());

        _sut.Summarize().Latencies.Should().ContainSingle(l => l.Step == AlertStep.Accepted).Which.P50.Should().BeGreaterThanOrEqualTo(TimeSpan.Zero);
    }

    private AlertJob Open()
    {
        var job = Jobs.Make(_clock);
        _sut.NoteAdmitted(job, segments: 1, AlertHolds.UnderWay, _clock.GetUtcNow());
        return job;
    }

    private AlertJob Accepted(int segments = 1)
    {
        var job = Open();
        _sut.Close(job, WithSid(AlertOutcome.Accepted) with { Segments = segments }, _clock.GetUtcNow());
        return job;
    }

    private static AlertResult WithSid(AlertOutcome outcome) => new() { Outcome = outcome, Message = new MessageReceipt { Sid = Sid } };
}
