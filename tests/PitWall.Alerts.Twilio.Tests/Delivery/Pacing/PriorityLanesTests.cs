using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Pacing;

public class PriorityLanesTests
{
    private const long Step = 10;
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Peek_OneBand_IsFirstInFirstOut()
    {
        var sut = new PriorityLanes();
        var jobs = Enumerable.Range(0, 5).Select(_ => Jobs.Make(_clock)).ToList();
        for (var i = 0; i < jobs.Count; i++)
            sut.Add(jobs[i], i);

        Drain(sut, now: 5).Should().Equal(jobs);
    }

    [Fact]
    public void Peek_EveryBandAtOnce_GoesByUrgency()
    {
        var sut = new PriorityLanes();
        var low = Add(sut, Band.Low, 0);
        var medium = Add(sut, Band.Medium, 0);
        var high = Add(sut, Band.High, 0);
        var critical = Add(sut, Band.Critical, 0);

        Drain(sut, now: 0).Should().Equal(critical, high, medium, low);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(20, true)]
    public void Peek_LowThatAged_OvertakesAYoungHighOnlyAfterTwoSteps(long waited, bool goesFirst)
    {
        var sut = new PriorityLanes();
        var low = Add(sut, Band.Low, 0);
        var high = Add(sut, Band.High, waited);

        sut.PeekOther(waited, Step).Should().BeSameAs(goesFirst ? low : high);
    }

    [Fact]
    public void Peek_AgedForEver_NeverOvertakesACriticalOne()
    {
        var sut = new PriorityLanes();
        Add(sut, Band.High, 0);
        Add(sut, Band.Low, 0);
        var critical = Add(sut, Band.Critical, 1_000_000_000);

        sut.PeekCritical().Should().BeSameAs(critical);
    }

    [Fact]
    public void PeekLeastUrgent_SeveralBands_IsTheLatestOfTheLowest()
    {
        var sut = new PriorityLanes();
        Add(sut, Band.Critical, 0);
        Add(sut, Band.Medium, 0);
        var latest = Add(sut, Band.Medium, 1);

        sut.PeekLeastUrgent().Should().BeSameAs(latest);
    }

    [Fact]
    public void Remove_FromAnywhere_KeepsTheOrderOfTheRest()
    {
        var sut = new PriorityLanes();
        var jobs = Enumerable.Range(0, 4).Select(i => Add(sut, Band.Low, i)).ToList();

        sut.Remove(jobs[1]).Should().BeTrue();
        sut.Remove(jobs[3]).Should().BeTrue();
        sut.Remove(jobs[1]).Should().BeFalse("it has left already");

        sut.Length.Should().Be(2);
        Drain(sut, now: 9).Should().Equal(jobs[0], jobs[2]);
    }

    [Fact]
    public void Peek_AnyArrivals_ServesCriticalFirstAndEachBandInOrder() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte Band, byte Pause)[]>(),
            arrivals =>
            {
                var sut = new PriorityLanes();
                long now = 0;
                var jobs = arrivals.Select(a => Add(sut, (Band)(a.Band % 4), now += a.Pause % 7)).ToList();

                var served = Drain(sut, now);

                var criticals = jobs.Count(j => j.IsCritical);
                return served.Take(criticals).All(j => j.IsCritical)
                    && Enum.GetValues<Band>().All(b => served.Where(j => j.Band == b).SequenceEqual(jobs.Where(j => j.Band == b)));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Peek_TwoAgedAlike_IsTheOneThatWaitsLonger()
    {
        var sut = new PriorityLanes();
        var low = Add(sut, Band.Low, 0);
        Add(sut, Band.Medium, 1);
        Add(sut, Band.High, 40);

        sut.PeekOther(40, Step).Should().BeSameAs(low);
    }

    [Fact]
    public void NoteTurn_OfAnAgedOne_GivesTheNextTurnToTheMostUrgent()
    {
        var sut = new PriorityLanes();
        var low = Add(sut, Band.Low, 0);
        var high = Add(sut, Band.High, 40);
        sut.PeekOther(40, Step).Should().BeSameAs(low);

        sut.NoteTurn(low);
        sut.PeekOther(40, Step).Should().BeSameAs(high);
        sut.NoteTurn(high);

        sut.PeekOther(40, Step).Should().BeSameAs(low);
    }

    [Fact]
    public void NoteTurn_OfACriticalOne_ChangesNobodysTurn()
    {
        var sut = new PriorityLanes();
        var low = Add(sut, Band.Low, 0);
        Add(sut, Band.High, 40);
        var critical = Jobs.Make(_clock, Band.Critical);

        sut.NoteTurn(critical);

        sut.PeekOther(40, Step).Should().BeSameAs(low);
    }

    [Fact]
    public void PeekLeastUrgent_OnlyCriticalOnes_IsTheLatestOfThem()
    {
        var sut = new PriorityLanes();
        var clock = new ManualTimeProvider();
        var (first, latest) = (Jobs.Make(clock, Band.Critical), Jobs.Make(clock, Band.Critical));
        sut.Add(first, now: 0);
        sut.Add(latest, now: 1);

        sut.PeekLeastUrgent().Should().BeSameAs(latest);
    }

    [Fact]
    public void PeekOther_AfterAnAgedOne_IsTheMediumOneBeforeTheLow()
    {
        var sut = new PriorityLanes();
        var clock = new ManualTimeProvider();
        var (aged, low, medium) = (Jobs.Make(clock, Band.Low), Jobs.Make(clock, Band.Low), Jobs.Make(clock, Band.Medium));
        sut.Add(aged, now: 0);
        sut.Add(low, now: 0);
        sut.Add(medium, now: 1_000);
        sut.NoteTurn(aged);
        sut.Remove(aged);

        sut.PeekOther(now: 1_000, ageingStep: 100).Should().BeSameAs(medium);
    }

    [Fact]
    public void PeekLeastUrgent_Nothing_IsNobody() => new PriorityLanes().PeekLeastUrgent().Should().BeNull();

    private AlertJob Add(PriorityLanes lanes, Band band, long now)
    {
        var job = Jobs.Make(_clock, band);
        lanes.Add(job, now);
        return job;
    }

    private static List<AlertJob> Drain(PriorityLanes lanes, long now)
    {
        var served = new List<AlertJob>();
        while ((lanes.PeekCritical() ?? lanes.PeekOther(now, Step)) is { } job)
        {
            lanes.Remove(job);
            served.Add(job);
        }

        return served;
    }
}
