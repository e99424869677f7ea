using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public class CutPointTests
{
    [Theory]
    [InlineData("Box this lap now", 12, "Box this lap")]
    [InlineData("Box this lap", 12, "Box this lap")]
    [InlineData("Box this lapse", 11, "Box this")]
    [InlineData("Turn T12 is wet", 8, "Turn T12")]
    [InlineData("Box now - then go", 9, "Box now")]
    [InlineData("Box now  then go", 8, "Box now")]
    [InlineData("Box now ", 7, "Box now")]
    [InlineData("Box now\r\ngo", 8, "Box now")]
    public void Before_AWord_KeepsItWhole(string text, int most, string kept) =>
        CutPoint.Before(text, most).Should().Be(new CutPoint(kept.Length, IsSpaced: false));

    [Theory]
    [InlineData("Go now. Wait there", 7, "Go now.")]
    [InlineData("Box! Box now", 4, "Box!")]
    [InlineData("Box now.\r\ngo", 9, "Box now.")]
    [InlineData("Fuel for 12, then box", 12, "Fuel for 12")]
    [InlineData("Fuel for 12; then box", 12, "Fuel for 12")]
    public void Before_TheEndOfASentenceOrOfANumber_SetsTheDotsApart(string text, int most, string kept) =>
        CutPoint.Before(text, most).Should().Be(new CutPoint(kept.Length, IsSpaced: true));

    [Theory]
    [InlineData("Fuel for 12 laps", 11)]
    [InlineData("Fuel for 12- laps", 12)]
    [InlineData("Fuel for 12", 11)]
    [InlineData("Fuel for 1.2 laps", 12)]
    public void Before_ANumberThatMayHaveAUnitToCome_LeavesItOut(string text, int most) =>
        CutPoint.Before(text, most).Should().Be(new CutPoint("Fuel for".Length, IsSpaced: false));

    [Theory]
    [InlineData("abcdefghij", 5, "abcde")]
    [InlineData("fuel12kmhlong", 8, "fuel")]
    [InlineData("speed99%over", 8, "speed")]
    [InlineData("abc5/xyz", 5, "abc")]
    [InlineData("abc5°xyz", 5, "abc")]
    [InlineData("abc5µxyz", 5, "abc")]
    [InlineData("abc5m²xyz", 6, "abc")]
    [InlineData("abc5m³xyz", 6, "abc")]
    [InlineData("abc-5xyz", 4, "abc")]
    [InlineData("abc.5xyz", 4, "abc")]
    [InlineData("abcxyz!uvw", 7, "abcxyz!")]
    [InlineData("abcx5!uvw", 6, "abcx5!")]
    [InlineData("12345678", 8, "")]
    [InlineData("1234", 2, "")]
    public void Before_AWordThatFillsTheText_PartsNoNumberFromItsUnit(string text, int most, string kept) =>
        CutPoint.Before(text, most).Should().Be(new CutPoint(kept.Length, IsSpaced: false));

    [Fact]
    public void Before_AnyPosition_IsAtABoundaryOfCharactersAsTheyAreSeen()
    {
        const string text = "\U0001F3CE\uFE0F\U0001F3C1e\u0301\U0001F468\u200D\U0001F469\u200D\U0001F467x\r\ny";
        var boundaries = System.Globalization.StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();

        for (var most = 0; most <= text.Length; most++)
            boundaries.Should().Contain(CutPoint.Before(text, most).End);
    }
}
