namespace PitWall.Alerts.Twilio.Tests.Alerts;

public sealed class AlertTests
{
    [Fact]
    public void ToString_OfAnAlert_LeavesTheMessageOut()
    {
        Alert[] alerts =
        [
            new StrategyAlert(StrategyAlertType.PitStop, "Box this lap", AlertSeverity.High),
            new CoachingAlert(CoachingAlertType.Cornering, "Box this lap") { Category = "cornering" },
            new CriticalAlert("Box this lap"),
        ];

        alerts.Select(alert => alert.ToString()).Should().Equal(
            "StrategyAlert { Severity = High, Type = pit_stop }",
            "CoachingAlert { Severity = Medium, Type = cornering }",
            "CriticalAlert { Severity = High }");
    }

    [Fact]
    public void Kind_OfEachAlert_IsItsOwn()
    {
        new StrategyAlert(StrategyAlertType.Fuel, "m").Kind.Should().Be(AlertKind.Strategy);
        new CoachingAlert(CoachingAlertType.Tires, "m").Kind.Should().Be(AlertKind.Coaching);
        new CriticalAlert("m").Kind.Should().Be(AlertKind.Critical);
    }

    [Fact]
    public void AlertBatch_ListChangedLater_KeepsTheAlertsItWasGiven()
    {
        var alerts = new List<Alert> { new CriticalAlert("RED FLAG") };
        var sut = new AlertBatch(alerts);

        alerts.Clear();

        sut.Alerts.Should().ContainSingle().Which.Message.Should().Be("RED FLAG");
    }

    [Fact]
    public void AlertBatch_WithoutAlertsOrWithANull_IsRefused()
    {
        var empty = () => new AlertBatch();
        var hole = () => new AlertBatch(new CriticalAlert("RED FLAG"), null!);

        empty.Should().Throw<ArgumentException>().WithMessage("*at least one*");
        hole.Should().Throw<ArgumentException>().WithMessage("*index 1*");
    }
}
