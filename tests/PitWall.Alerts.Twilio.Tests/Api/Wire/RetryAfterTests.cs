using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

public class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("86400", 86_400)]
    [InlineData("Sun, 14 Jun 2026 12:00:30 GMT", 30)]
    [InlineData("Sun, 14 Jun 2026 12:00:00 GMT", 0)]
    [InlineData("Sun, 14 Jun 2026 11:59:00 GMT", 0)]
    public void Parse_SecondsOrDate_IsTheTimeFromTheAnswerOn(string value, int seconds) =>
        RetryAfter.Parse(value, Now).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", 2147483647)]
    [InlineData("007", 7)]
    public void Parse_SecondsAtTheEdgeOfANumber_AreHeld(string value, int seconds) =>
        RetryAfter.Parse(value, Now).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Parse_DateInAnotherCulture_IsReadAllTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("th-TH");
        try
        {
            RetryAfter.Parse("Sun, 14 Jun 2026 12:00:30 GMT", Now.ToOffset(TimeSpan.FromHours(2))).Should().Be(TimeSpan.FromSeconds(30));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("Sun, 14 Jun 2026")]
    public void Parse_Neither_IsNone(string? value) => RetryAfter.Parse(value, Now).Should().BeNull();

    [Theory]
    [InlineData("4294967296")]
    [InlineData("99999999999999999999999999")]
    public void Parse_MoreSecondsThanAnybodyCounts_IsLongAndNotNone(string value) =>
        RetryAfter.Parse(value, Now).Should().BeGreaterThan(TimeSpan.FromDays(365));
}
