namespace PitWall.Alerts.Twilio.Tests.Alerts;

public sealed class AlertTypeTests
{
    [Fact]
    public void Name_OfTheNamedTypes_IsTheWireName()
    {
        new[]
        {
            StrategyAlertType.TireWear, StrategyAlertType.PitStop, StrategyAlertType.Overtaking,
            StrategyAlertType.GapAnalysis, StrategyAlertType.Fuel, StrategyAlertType.Weather,
        }.Select(type => type.Name).Should().Equal("tire_wear", "pit_stop", "overtaking", "gap_analysis", "fuel", "weather");
        new[]
        {
            CoachingAlertType.BrakingTechnique, CoachingAlertType.ThrottleControl, CoachingAlertType.Cornering,
            CoachingAlertType.Consistency, CoachingAlertType.Tires,
        }.Select(type => type.Name).Should().Equal("braking_technique", "throttle_control", "cornering", "consistency", "tires");
    }

    [Theory]
    [InlineData("tire_wear", "tire_wear")]
    [InlineData("Tire Wear", "tire_wear")]
    [InlineData("TIRE-WEAR", "tire_wear")]
    [InlineData(" late brake ", "late_brake")]
    [InlineData("gap2", "gap2")]
    public void Parse_AnySpelling_GivesTheWireName(string text, string name)
    {
        StrategyAlertType.Parse(text).Name.Should().Be(name);
        CoachingAlertType.Parse(text).Name.Should().Be(name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("__")]
    [InlineData("tire\nwear")]
    [InlineData("pneu_usé")]
    [InlineData("a123456789a123456789a123456789a123456789a123456789a123456789a1234")]
    public void TryParse_NoName_Fails(string? text)
    {
        StrategyAlertType.TryParse(text, null, out var strategy).Should().BeFalse();
        CoachingAlertType.TryParse(text, null, out var coaching).Should().BeFalse();

        strategy.HasValue.Should().BeFalse();
        coaching.HasValue.Should().BeFalse();
        FluentActions.Invoking(() => new StrategyAlertType(text!)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Equals_SameNameInAnotherSpelling_IsTheSameType() => new StrategyAlertType("Tire Wear").Should().Be(StrategyAlertType.TireWear);
}
