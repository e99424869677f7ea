using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Pacing;

public sealed class SenderQueueTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private PitWallTwilioOptions _options = new() { PhoneNumber = "+15125550100" };
    private readonly List<AlertJob> _sent = [];
    private readonly SenderQueue _sut;

    public SenderQueueTests() => _sut = new SenderQueue(_clock, () => _options, _sent.Add);

    public void Dispose() => _sut.Dispose();

    [Fact]
    public void Pump_PacedSender_SendsOneASecond()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 1;
        var jobs = Enumerable.Range(0, 3).Select(_ => Join(Band.Low)).ToList();
        _sut.Pump();

        _sent.Should().Equal(jobs[..1]);
        _clock.Advance(TimeSpan.FromSeconds(0.999));
        _sent.Should().HaveCount(1);
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        _sent.Should().HaveCount(2);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sent.Should().Equal(jobs);
    }

    [Fact]
    public void Pump_AllPlacesTaken_SendsCriticalOnesAllTheSameUpToAsMany()
    {
        Unpaced(places: 2);
        for (var i = 0; i < 3; i++)
            Join(Band.High);
        _sut.Pump();
        _sent.Should().HaveCount(2);

        var criticals = Enumerable.Range(0, 3).Select(_ => Join(Band.Critical)).ToList();
        _sut.Pump();

        _sent.Skip(2).Should().Equal(criticals[..2]);
        _sut.OnEnded(criticals[0]);
        _sent.Should().HaveCount(5).And.EndWith(criticals[2]);
    }

    [Fact]
    public void OnEnded_ThatFreesAPlace_SendsTheNext()
    {
        Unpaced(places: 1);
        var (first, second) = (Join(Band.Low), Join(Band.Low));
        _sut.Pump();

        _sut.OnEnded(first);

        _sent.Should().Equal(first, second);
    }

    [Fact]
    public void IsIdle_WhileACriticalAlertIsUnderWay_IsFalse()
    {
        Unpaced();
        var job = Join(Band.Critical);
        _sut.Pump();

        _sut.IsIdle.Should().BeFalse();
        _sut.UnderWay.Should().Be(1);
        _sut.OnEnded(job);
        _sut.IsIdle.Should().BeTrue();
    }

    [Fact]
    public void Timer_AtADeadline_HandsTheExpiredOneOverAlthoughTheSenderIsBusy()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 0.01;
        Join(Band.Low);
        var stale = Join(Band.Low, validFor: TimeSpan.FromSeconds(3));
        _sut.Pump();
        _sent.Should().HaveCount(1);

        _clock.Advance(TimeSpan.FromSeconds(2.001));

        _sent.Should().HaveCount(2).And.EndWith(stale);
        _sut.Length.Should().Be(0);
    }

    [Fact]
    public void Pump_FiftyThousandThatExpiredTogetherAndEndAtOnce_DoesNotRecurse()
    {
        var ended = 0;
        SenderQueue? queue = null;
        using var sut = queue = new SenderQueue(_clock, () => _options, job =>
        {
            ended++;
            queue!.OnEnded(job);
        });
        _options.Delivery.Queue.Capacity = 100_000;
        for (var i = 0; i < 50_000; i++)
            sut.Join(Jobs.Make(_clock, validFor: TimeSpan.FromMinutes(1)));

        _clock.Advance(TimeSpan.FromMinutes(2));

        sut.Pump();

        ended.Should().Be(50_000);
        sut.IsIdle.Should().BeTrue();
    }

    [Fact]
    public void Join_FullQueue_LosesTheLatestOfTheLeastUrgent()
    {
        _options.Delivery.Queue.Capacity = 2;
        Join(Band.Medium);
        var latest = Join(Band.Medium);
        var high = Jobs.Make(_clock, Band.High);

        var change = _sut.Join(high);

        change.Refused.Should().BeSameAs(latest);
        change.RefusedBecause.Should().Be(SuppressionReason.QueueFull);
        _sut.Length.Should().Be(2);
    }

    [Fact]
    public void Join_FullQueueOfEquals_IsRefusedItself()
    {
        _options.Delivery.Queue.Capacity = 1;
        Join(Band.Medium);
        var job = Jobs.Make(_clock, Band.Medium);

        _sut.Join(job).Refused.Should().BeSameAs(job);
    }

    [Fact]
    public void Join_FullQueueWithAnOlderOneOfItsTopic_TakesThatPlace()
    {
        _options.Delivery.Queue.Capacity = 1;
        var older = Join(Band.Medium, topic: "car-13");
        var newer = Jobs.Make(_clock, Band.Medium, topic: "car-13");

        var change = _sut.Join(newer);

        change.Superseded.Should().Equal(older);
        change.Refused.Should().BeNull();
    }

    [Fact]
    public void Stop_WithWaitingAndUnderWay_HandsOutTheWaitingAndGivesTheOthersUp()
    {
        Unpaced(places: 1);
        var (underWay, waiting) = (Join(Band.Low), Join(Band.Low));
        _sut.Pump();

        _sut.Stop().Should().Equal(waiting);

        underWay.AbandonedBecause.Should().Be(SuppressionReason.ShuttingDown);
        _sut.Join(Jobs.Make(_clock)).RefusedBecause.Should().Be(SuppressionReason.ShuttingDown);
    }

    [Fact]
    public void OnEnded_AlertThatNeverLeft_GivesItsTimeBack()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 1;
        var (held, next) = (Join(Band.Low), Join(Band.Low));
        _sut.Pump();
        held.TryEnd(new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.OptedOut }, out _);

        _sut.OnEnded(held);

        _sent.Should().Equal(held, next);
    }

    [Fact]
    public async Task Start_WhoeverPumps_SendsInTheContextOfTheCaller()
    {
        var context = new AsyncLocal<string>();
        var seen = new List<string?>();
        using var sut = new SenderQueue(_clock, () => _options, _ => seen.Add(context.Value));
        await Task.Run(() =>
        {
            context.Value = "caller";
            sut.Join(Jobs.Make(_clock));
        });
        context.Value = "somebody else";

        sut.Pump();

        seen.Should().Equal("caller");
        context.Value.Should().Be("somebody else");
    }

    [Fact]
    public async Task PumpOnce_SendThatEndsAtOnceWhileAnotherJoins_ForgetsNobody()
    {
        Unpaced(places: 1);
        var second = new TaskCompletionSource();
        SenderQueue sut = null!;
        var sent = 0;
        using var queue = sut = new SenderQueue(_clock, () => _options, job =>
        {
            if (Interlocked.Increment(ref sent) == 1)
            {
                // Somebody else's alert, which finds the only place taken.
                sut.Join(Jobs.Make(_clock));
                sut.PumpOnce();
            }
            else
            {
                second.SetResult();
            }

            sut.OnEnded(job);
        });
        queue.Join(Jobs.Make(_clock));

        queue.PumpOnce();

        await second.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Pump_CriticalOneWithoutAPlace_HoldsNobodyElseUp()
    {
        Unpaced(places: 1);
        var (first, blocked, high) = (Join(Band.Critical), Join(Band.Critical), Join(Band.High));

        _sut.Pump();

        _sent.Should().Equal(first, high);
        _sut.OnEnded(first);
        _sent.Should().Equal(first, high, blocked);
    }

    [Fact]
    public void Join_NewsOfATopic_KeepsThePlaceOfWhatItReplaces()
    {
        Unpaced(places: 1);
        Join(Band.Low);
        _sut.Pump();
        var (front, old, back) = (Join(Band.High), Join(Band.High, topic: "gap"), Join(Band.High));
        _clock.Advance(TimeSpan.FromSeconds(5));
        var older = Join(Band.High, topic: "gap");
        var news = Join(Band.High, topic: "gap");

        for (var i = 0; i < 3; i++)
            _sut.OnEnded(_sent[^1]);

        _sent.Skip(1).Should().Equal(front, news, back);
        _sut.Length.Should().Be(0);
        _sut.TryLeave(old).Should().BeFalse();
        _sut.TryLeave(older).Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Join_NewsOfATopicAnywhereInItsLane_LeavesTheLaneWhole(int place)
    {
        Unpaced(places: 1);
        Join(Band.Low);
        _sut.Pump();
        var lane = Enumerable.Range(0, 3).Select(i => Join(Band.Medium, topic: i == place ? "gap" : null)).ToList();

        lane[place] = Join(Band.Medium, topic: "gap");
        lane.Add(Join(Band.Medium));
        for (var i = 0; i < 4; i++)
            _sut.OnEnded(_sent[^1]);

        _sent.Skip(1).Should().Equal(lane);
    }

    [Fact]
    public void TrySendAtOnce_NobodyWaits_SendsAndCountsAsUnderWay()
    {
        Unpaced(places: 1);
        var (first, second) = (Jobs.Make(_clock), Jobs.Make(_clock));

        _sut.TrySendAtOnce(first, _options).Should().BeTrue();
        _sut.TrySendAtOnce(second, _options).Should().BeFalse("there is one place");

        _sent.Should().Equal(first);
        (_sut.UnderWay, _sut.Length, _sut.SeemsToHaveWaiting).Should().Be((1, 0, false));
        _sut.OnEnded(first);
        _sut.TrySendAtOnce(second, _options).Should().BeTrue();
    }

    [Fact]
    public void TrySendAtOnce_SomebodyWaits_HasToJoin()
    {
        Unpaced();
        var waiting = Join(Band.Low);
        _sut.SeemsToHaveWaiting.Should().BeTrue();

        _sut.TrySendAtOnce(Jobs.Make(_clock, Band.High), _options).Should().BeFalse();

        _sent.Should().BeEmpty();
        _sut.Pump();
        _sent.Should().Equal(waiting);
    }

    [Fact]
    public void TrySendAtOnce_PacedSender_TakesItsTime()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 1;
        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeTrue();
        _clock.Advance(TimeSpan.FromSeconds(0.999));
        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeFalse();

        _clock.Advance(TimeSpan.FromSeconds(0.001));

        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeTrue();
    }

    [Fact]
    public void TrySendAtOnce_AlertThatTookLongToWrite_TakesTheSenderFromWhenItLeaves()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 1;
        var slow = Jobs.Make(_clock);
        _clock.Advance(TimeSpan.FromMilliseconds(900));
        _sut.TrySendAtOnce(slow, _options).Should().BeTrue();

        _clock.Advance(TimeSpan.FromMilliseconds(900));
        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(100));

        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeTrue();
    }

    [Fact]
    public void TrySendAtOnce_StoppedQueue_SendsNothing()
    {
        Unpaced();
        _sut.Stop();

        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeFalse();

        _sent.Should().BeEmpty();
    }

    [Fact]
    public void TrySendAtOnce_AfterAnAgedOne_WasAnUrgentTurn()
    {
        Unpaced(places: 1);
        _options.Delivery.Queue.AgeingStep = TimeSpan.FromSeconds(1);
        Join(Band.High);
        _sut.Pump();
        Join(Band.Low);
        _clock.Advance(TimeSpan.FromSeconds(10));
        var high = Join(Band.High);
        _sut.OnEnded(_sent[^1]);
        _sut.TryLeave(high).Should().BeTrue("the aged one went before it");
        _sut.OnEnded(_sent[^1]);
        _sut.TrySendAtOnce(Jobs.Make(_clock, Band.High), _options).Should().BeTrue();

        var aged = Join(Band.Low);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Join(Band.High);
        _sut.OnEnded(_sent[^1]);

        _sent[^1].Should().BeSameAs(aged, "the turn before was nobody's who had aged");
    }

    [Fact]
    public void Join_NewsOfATopic_LeavesNothingOfWhatItReplacesToExpire()
    {
        Unpaced(places: 1);
        Join(Band.Low);
        _sut.Pump();
        _sut.Join(Jobs.Make(_clock, Band.High, topic: "gap", validFor: TimeSpan.FromSeconds(10)));
        var news = Join(Band.High, topic: "gap");

        _clock.Advance(TimeSpan.FromSeconds(20));

        _sent.Should().HaveCount(1, "what was replaced is told by whoever replaced it");
        _sut.OnEnded(_sent[0]);
        _sent[^1].Should().BeSameAs(news);
    }

    [Fact]
    public void TryLeave_OneThatWaits_IsTrueOnce()
    {
        Unpaced(places: 1);
        var (underWay, waiting) = (Join(Band.Low), Join(Band.Low));
        _sut.Pump();

        _sut.TryLeave(underWay).Should().BeFalse("it is being sent");
        _sut.TryLeave(waiting).Should().BeTrue();
        _sut.TryLeave(waiting).Should().BeFalse();

        _sut.OnEnded(underWay);
        _sent.Should().Equal(underWay);
    }

    [Fact]
    public void WouldSupersede_OnlyWhileAnOlderOneOfItsTopicWaits_IsTrue()
    {
        Unpaced();
        var newer = Jobs.Make(_clock, Band.Medium, topic: "car-13");
        _sut.WouldSupersede(newer).Should().BeFalse();
        Join(Band.Medium, topic: "car-13");

        _sut.WouldSupersede(newer).Should().BeTrue();
        _sut.WouldSupersede(Jobs.Make(_clock, Band.Medium)).Should().BeFalse();
        _sut.Pump();

        _sut.WouldSupersede(newer).Should().BeFalse("the older one is being sent");
    }

    [Fact]
    public void Join_MoreRoomThanWait_LosesNobody()
    {
        _options.Delivery.Queue.Capacity = 2;
        Join(Band.Low);

        _sut.Join(Jobs.Make(_clock, Band.High)).Refused.Should().BeNull();

        _sut.Length.Should().Be(2);
        _sut.IsIdle.Should().BeFalse();
    }

    [Fact]
    public void OnEnded_AlertThatWasSent_KeepsItsTime()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 1;
        var (first, next) = (Join(Band.Low), Join(Band.Low));
        _sut.Pump();
        first.OnAttempt(1);
        first.TryEnd(Jobs.Accepted(first), out _);

        _sut.OnEnded(first);

        _sent.Should().Equal(first);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sent.Should().Equal(first, next);
    }

    [Fact]
    public void Pump_AnAgedOneHadItsTurn_GivesTheNextToTheMostUrgent()
    {
        Unpaced(places: 1);
        var underWay = Join(Band.High);
        _sut.Pump();
        var aged = Enumerable.Range(0, 3).Select(_ => Join(Band.Low)).ToList();
        _clock.Advance(TimeSpan.FromMinutes(2));
        var high = Enumerable.Range(0, 2).Select(_ => Join(Band.High)).ToList();

        for (var ended = underWay; _sent.Count < 6; ended = _sent[^1])
            _sut.OnEnded(ended);

        _sent.Should().Equal(underWay, aged[0], high[0], aged[1], high[1], aged[2]);
    }

    [Fact]
    public void Timer_RateWasCorrectedByAReload_HoldsNobodyToTheOldOne()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 0.001;
        Join(Band.High);
        var waiting = Join(Band.High);
        _sut.Pump();
        _clock.Advance(TimeSpan.FromSeconds(10));

        _options = new PitWallTwilioOptions { PhoneNumber = "+15125550100" };
        _options.Delivery.Queue.SmsSegmentsPerSecond = 1;
        _clock.Advance(TimeSpan.FromSeconds(1));

        _sent.Should().EndWith(waiting).And.HaveCount(2);
    }

    [Fact]
    public void TrySendAtOnce_RateWasCorrectedByAReload_AsksTheNewOne()
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 0.001;
        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeTrue();
        _clock.Advance(TimeSpan.FromSeconds(10));

        _options = new PitWallTwilioOptions { PhoneNumber = "+15125550100" };
        _options.Delivery.Queue.SmsSegmentsPerSecond = 1;

        _sut.TrySendAtOnce(Jobs.Make(_clock), _options).Should().BeTrue();
    }

    [Fact]
    public void Timer_MorePlacesByAReload_AreTakenWithoutWaitingForAnEnd()
    {
        Unpaced(places: 1);
        Join(Band.High);
        var waiting = Join(Band.High);
        _sut.Pump();

        Unpaced(places: 2);
        _clock.Advance(TimeSpan.FromSeconds(1));

        _sent.Should().EndWith(waiting).And.HaveCount(2);
    }

    private void Unpaced(int places = 32)
    {
        _options.Delivery.Queue.SmsSegmentsPerSecond = 0;
        _options.Delivery.Queue.MaxConcurrency = places;
    }

    private AlertJob Join(Band band, TimeSpan? validFor = null, string? topic = null)
    {
        var job = Jobs.Make(_clock, band, topic: topic, validFor: validFor);
        _sut.Join(job).Refused.Should().BeNull();
        return job;
    }
}
