namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class SmsCostTests
{
    [Theory]
    [InlineData(0, "0 segments, about 0 USD (estimate)")]
    [InlineData(1, "1 segment, about 0.0083 USD (estimate)")]
    [InlineData(3, "3 segments, about 0.0249 USD (estimate)")]
    public void ToString_AnyCost_SaysThatItIsAnEstimate(int segments, string expected) => new SmsCost(segments, 0.0083m).ToString().Should().Be(expected);

    [Fact]
    public void EstimatedPrice_IsSegmentsTimesThePriceOfOne()
    {
        var sut = new SmsCost(12, 0.075m, "EUR");

        sut.EstimatedPrice.Should().Be(0.9m);
        sut.Currency.Should().Be("EUR");
    }

    [Fact]
    public void Constructor_NegativeNumbers_AreRefused()
    {
        FluentActions.Invoking(() => new SmsCost(-1, 1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("segments");
        FluentActions.Invoking(() => new SmsCost(1, -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pricePerSegment");
    }

    [Fact]
    public void Constructor_NothingAtNoPrice_IsACost() => new SmsCost(0, 0m).EstimatedPrice.Should().Be(0m);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Constructor_NoCurrency_IsRefused(string currency) =>
        FluentActions.Invoking(() => new SmsCost(1, 1, currency)).Should().Throw<ArgumentException>().WithParameterName("currency");

    [Fact]
    public void Default_Cost_IsNothingInDollars()
    {
        var sut = default(SmsCost);

        sut.Currency.Should().Be("USD");
        sut.EstimatedPrice.Should().Be(0m);
    }
}
