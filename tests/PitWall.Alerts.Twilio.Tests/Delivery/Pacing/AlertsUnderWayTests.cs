using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Pacing;

public class AlertsUnderWayTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly AlertsUnderWay _sut = new();

    [Fact]
    public void HasPlaceFor_CriticalAndOthers_AreCountedApart()
    {
        var (critical, low) = (Jobs.Make(_clock, Band.Critical), Jobs.Make(_clock, Band.Low));
        _sut.Add(critical);
        _sut.HasPlaceFor(critical, 1).Should().BeFalse();
        _sut.HasPlaceFor(low, 1).Should().BeTrue();

        _sut.Add(low);
        _sut.HasPlaceFor(low, 1).Should().BeFalse();
        _sut.Remove(critical);

        _sut.HasPlaceFor(critical, 1).Should().BeTrue();
        _sut.HasPlaceFor(low, 1).Should().BeFalse();
        _sut.ToList().Should().Equal(low);
    }

    [Fact]
    public void AddAndRemove_Twice_CountOnce()
    {
        var critical = Jobs.Make(_clock, Band.Critical);
        _sut.Add(critical);
        _sut.Add(critical);
        _sut.Count.Should().Be(1);
        _sut.HasPlaceFor(critical, 2).Should().BeTrue();

        _sut.Remove(critical);
        _sut.Remove(critical);

        _sut.Count.Should().Be(0);
        _sut.HasPlaceFor(critical, 1).Should().BeTrue();
        _sut.HasPlaceFor(critical, 0).Should().BeFalse();
    }
}
