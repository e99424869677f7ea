using System.Globalization;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

public class WireValuesTests
{
    [Theory]
    [InlineData("Thu, 24 Aug 2023 05:01:45 +0000", "2023-08-24T05:01:45Z")]
    [InlineData("Thu, 24 Aug 2023 05:01:45 GMT", "2023-08-24T05:01:45Z")]
    [InlineData("Thu, 24 Aug 2023 07:01:45 +0200", "2023-08-24T05:01:45Z")]
    [InlineData("24 Aug 2023 05:01:45 +0000", "2023-08-24T05:01:45Z")]
    [InlineData("Thu, 4 Jan 2024 05:01:45 +0000", "2024-01-04T05:01:45Z")]
    [InlineData("2023-08-24T05:01:45Z", "2023-08-24T05:01:45Z")]
    [InlineData("Thu, 29 Feb 2024 23:59:59 +0000", "2024-02-29T23:59:59Z")]
    public void Date_EveryFormThatTwilioWrites_IsRead(string text, string expected) =>
        WireValues.Date(text).Should().Be(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Fri, 24 Aug 2023 05:01:45 +0000")]
    [InlineData("Thu, 31 Feb 2024 05:01:45 +0000")]
    [InlineData("Thu, 24 Aug 2023 25:01:45 +0000")]
    [InlineData("Thu, 24 Aug 2023 05:01:4\u0665 +0000")]
    [InlineData("Thu, 24 Aug 2023 05:01:45 +0000 ")]
    public void Date_AnythingElse_IsNothing(string? text) => WireValues.Date(text).Should().BeNull();

    [Fact]
    public void Date_EveryDayOfManyYears_IsReadAsItWasWritten()
    {
        for (var day = new DateTimeOffset(1999, 12, 27, 3, 4, 5, TimeSpan.Zero); day.Year < 2051; day = day.AddDays(1).AddSeconds(7))
            WireValues.Date(day.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000").Should().Be(day);
    }
}
