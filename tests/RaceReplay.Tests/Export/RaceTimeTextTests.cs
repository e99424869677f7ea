using RaceReplay.Export;

namespace RaceReplay.Tests.Export;

public sealed class RaceTimeTextTests
{
    [Theory]
    [InlineData("53.893", 53_893)]
    [InlineData("2:33.653", 153_653)]
    [InlineData("0:04:09.314", 249_314)]
    [InlineData("1:02:33.653", 3_753_653)]
    [InlineData("25:00:00.001", 90_000_001)]
    [InlineData("75:12.5", 4_512_500)]
    [InlineData("2:33,653", 153_653)]
    [InlineData("33", 33_000)]
    public void TryParse_TimeOfAnExport_ReadsIt(string text, long milliseconds)
    {
        var isTime = RaceTimeText.TryParse(text, out var time);

        isTime.Should().BeTrue();
        time.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("2:xx.653")]
    [InlineData("2:60.000")]
    [InlineData("1:60:00.000")]
    [InlineData("1:2:3:4.5")]
    [InlineData("2:33.")]
    [InlineData(":33.1")]
    [InlineData("2:.5")]
    [InlineData("-2:33.653")]
    [InlineData("2:33.653 ")]
    [InlineData("2.5:33.653")]
    [InlineData("٢:33.653")]
    [InlineData("99999999")]
    [InlineData("999999:00:00.000")]
    [InlineData("1.23456789")]
    public void TryParse_NoTime_SaysSo(string text) => RaceTimeText.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData(53_893, "0:53.893")]
    [InlineData(153_653, "2:33.653")]
    [InlineData(90_000_001, "25:00:00.001")]
    public void Format_Time_WritesHoursOnlyWhereThereAreSome(long milliseconds, string expected) =>
        RaceTimeText.Format(TimeSpan.FromMilliseconds(milliseconds)).Should().Be(expected);
}
