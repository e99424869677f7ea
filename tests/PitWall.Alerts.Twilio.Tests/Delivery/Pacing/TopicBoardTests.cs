using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Pacing;

public class TopicBoardTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly TopicBoard _sut = new();

    [Fact]
    public void ReplacedBy_NewerOfTheSameSeverity_IsTheOlder()
    {
        var older = Waiting(Band.Medium);

        _sut.ReplacedBy(Job(Band.Medium)).Should().Equal(older);
    }

    [Fact]
    public void ReplacedBy_MoreUrgentNews_IsEveryLowerOne()
    {
        var low = Waiting(Band.Low);
        var medium = Waiting(Band.Medium);

        _sut.ReplacedBy(Job(Band.High)).Should().BeEquivalentTo([medium, low]);
    }

    [Fact]
    public void ReplacedBy_LessUrgentNews_LeavesTheOrderAlone()
    {
        Waiting(Band.High);

        _sut.ReplacedBy(Job(Band.Low)).Should().BeEmpty();
    }

    [Fact]
    public void ReplacedBy_AfterAMoreUrgentOneStayed_StillFindsTheLowerOne()
    {
        Waiting(Band.High);
        var low = Waiting(Band.Low);

        _sut.ReplacedBy(Job(Band.Low)).Should().Equal(low);
    }

    [Fact]
    public void ReplacedBy_OtherRecipientOrTopicOrNone_IsNothing()
    {
        Waiting(Band.Low);

        _sut.ReplacedBy(Jobs.Make(_clock, Band.Low, topic: "car-7/tires")).Should().BeEmpty();
        _sut.ReplacedBy(Jobs.Make(_clock, Band.Low)).Should().BeEmpty();
        _sut.ReplacedBy(Jobs.Make(_clock, Band.Low, topic: "car-13/pit", phone: Jobs.PhoneNumber(7))).Should().BeEmpty();
    }

    [Fact]
    public void Remove_OneThatWasReplaced_LeavesItsSuccessor()
    {
        var older = Waiting(Band.Low);
        var newer = Waiting(Band.Low);

        _sut.Remove(older);

        _sut.ReplacedBy(Job(Band.Low)).Should().Equal(newer);
    }

    [Fact]
    public void Remove_TheOnlyOne_LeavesNothingToReplace()
    {
        var older = Waiting(Band.Low);

        _sut.Remove(older);

        _sut.ReplacedBy(Job(Band.Low)).Should().BeEmpty();
    }

    [Fact]
    public void Remove_OneOfTwoSeverities_LeavesTheOther()
    {
        var low = Waiting(Band.Low);
        var medium = Waiting(Band.Medium);

        _sut.Remove(low);

        _sut.ReplacedBy(Job(Band.High)).Should().Equal(medium);
    }

    [Fact]
    public void Remove_TheLastOfATopic_ForgetsTheTopic()
    {
        var (low, medium) = (Waiting(Band.Low), Waiting(Band.Medium));

        _sut.Remove(low);
        _sut.Count.Should().Be(1);
        _sut.Remove(medium);

        _sut.Count.Should().Be(0);
    }

    [Fact]
    public void ReplacedBy_Critical_IsEveryOneOfItsTopic()
    {
        var jobs = new[] { Waiting(Band.Critical), Waiting(Band.High), Waiting(Band.Medium), Waiting(Band.Low) };

        _sut.ReplacedBy(Job(Band.Critical)).Should().Equal(jobs);
    }

    private AlertJob Job(Band band) => Jobs.Make(_clock, band, topic: "car-13/pit");

    private AlertJob Waiting(Band band)
    {
        var job = Job(band);
        _sut.Add(job);
        return job;
    }
}
