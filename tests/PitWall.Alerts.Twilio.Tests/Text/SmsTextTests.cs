namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class SmsTextTests
{
    public static TheoryData<string, SmsEncoding, int, int> ReferenceCases => new()
    {
        { string.Empty, SmsEncoding.Gsm7, 1, 0 },
        { new('A', 160), SmsEncoding.Gsm7, 1, 160 },
        { new('A', 161), SmsEncoding.Gsm7, 2, 8 },
        { new('A', 306), SmsEncoding.Gsm7, 2, 153 },
        { new('A', 307), SmsEncoding.Gsm7, 3, 1 },
        { new('A', 1600), SmsEncoding.Gsm7, 11, 70 },
        { new('€', 81), SmsEncoding.Gsm7, 2, 10 },
        { new string('A', 152) + "€" + new string('B', 10), SmsEncoding.Gsm7, 2, 12 },
        { new('á', 70), SmsEncoding.Ucs2, 1, 70 },
        { new('á', 71), SmsEncoding.Ucs2, 2, 4 },
        { new('á', 134), SmsEncoding.Ucs2, 2, 67 },
        { new('á', 135), SmsEncoding.Ucs2, 3, 1 },
        { string.Concat(Enumerable.Repeat("😀", 35)), SmsEncoding.Ucs2, 1, 70 },
        { string.Concat(Enumerable.Repeat("😀", 36)), SmsEncoding.Ucs2, 2, 6 },
        { new string('á', 66) + "😀" + new string('b', 10), SmsEncoding.Ucs2, 2, 12 },
        { new string('a', 69) + "😀", SmsEncoding.Ucs2, 2, 4 },
        { "SAFETY CAR DEPLOYED lap 23 - PIT NOW", SmsEncoding.Gsm7, 1, 36 },
        { "Última vuelta: coche 55 1.º, +0.4s", SmsEncoding.Ucs2, 1, 34 },
        { "🟥 RED FLAG", SmsEncoding.Ucs2, 1, 11 },
        { "\r\n", SmsEncoding.Gsm7, 1, 2 },
        { "\t", SmsEncoding.Ucs2, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(ReferenceCases))]
    public void Measure_ReferenceCase_CountsLikeTwilio(string text, SmsEncoding encoding, int segments, int inLast)
    {
        var measure = SmsText.Measure(text);

        measure.Encoding.Should().Be(encoding);
        measure.Segments.Should().Be(segments);
        measure.UnitsInLastSegment.Should().Be(inLast);
    }

    [Theory]
    [InlineData("Gap 6±2s – “now”…", "Gap 6+/-2s - \"now\"...")]
    [InlineData("Track 41.2 °C, slip 9° at T19", "Track 41.2 C, slip 9 deg at T19")]
    [InlineData("2½ laps, ½ a car, 10² m²", "2 1/2 laps, 1/2 a car, 10^2 m2")]
    [InlineData("Última vuelta: coche 55 1.º", "Ultima vuelta: coche 55 1.o")]
    [InlineData("1.4s → 3.9s, P3↑", "1.4s -> 3.9s, P3 up")]
    [InlineData("a\u00A0b\u2009c\td", "a b c d")]
    [InlineData("Jose\u0301, n\u0303, a\u0323", "José, ñ, a")]
    public void ToGsm7_LookAlikes_AreWrittenInGsm7(string text, string expected)
    {
        var result = SmsText.ToGsm7(text);

        result.Text.Should().Be(expected);
        result.IsGsm7.Should().BeTrue();
    }

    [Fact]
    public void ToGsm7_CharacterWithoutCounterpart_IsKeptAndReported()
    {
        var result = SmsText.ToGsm7("Box – 🔥 now");

        result.Text.Should().Be("Box - 🔥 now");
        result.IsGsm7.Should().BeFalse();
        result.Unsupported.Should().Equal(new SmsUnsupportedCharacter(new System.Text.Rune(0x1F525), 6));
    }
}
