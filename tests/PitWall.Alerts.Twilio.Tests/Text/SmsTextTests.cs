namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class SmsTextTests
{
    // 70 characters, three of them for the dots, three for what the test is about.
    private const int Ucs2Room = 64;

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

    [Theory]
    [InlineData("120km/hで走る残り十五周", "")]
    [InlineData("12%で走る残り十五周", "12%")]
    [InlineData("1.5で走る残り十五周", "")]
    [InlineData("P3で走る残り十五周", "P3で")]
    [InlineData("a👨‍👩‍👧‍👦で走る残り", "a")]
    public void Cut_InsideAScriptWithoutSpaces_KeepsNumbersWithTheirUnits(string end, string kept)
    {
        var head = new string('残', Ucs2Room);

        var cut = SmsText.Cut(head + end, maxSegments: 1);

        cut.Should().Be(head + kept + "...");
    }

    [Fact]
    public void Cut_TextThatFits_IsTheTextItself()
    {
        var text = new string('A', 160);

        SmsText.Cut(text, maxSegments: 1).Should().BeSameAs(text);
    }

    [Fact]
    public void Cut_NoSegments_IsRefused() =>
        FluentActions.Invoking(() => SmsText.Cut("Box", 0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("maxSegments");

    [Fact]
    public void Measure_TextWithAnEmoji_NamesWhatForcesUcs2AndWhere()
    {
        var measure = SmsText.Measure("Box now 🔥 é");

        measure.Ucs2Index.Should().Be(8);
        measure.Ucs2Character.Should().Be(new System.Text.Rune(0x1F525));
        measure.SegmentSize.Should().Be(70);
        measure.UnitsLeft.Should().Be(58);
    }

    [Fact]
    public void Measure_Gsm7_NamesNothing()
    {
        var measure = SmsText.Measure("Box now é [1]");

        measure.Ucs2Index.Should().Be(-1);
        measure.Ucs2Character.Should().BeNull();
        measure.Units.Should().Be(15);
        measure.UnitsLeft.Should().Be(145);
    }

    [Fact]
    public void ToGsm7_TextThatIsGsm7_IsTheTextItself()
    {
        const string Text = "Box now é [1]";

        SmsText.ToGsm7(Text).Text.Should().BeSameAs(Text);
    }

    [Fact]
    public void Cut_NoText_IsRefused() =>
        FluentActions.Invoking(() => SmsText.Cut(null!, 1)).Should().Throw<ArgumentNullException>().WithParameterName("text");

    [Theory]
    [InlineData(160, 160, 0)]
    [InlineData(161, 153, 145)]
    public void UnitsLeft_Gsm7_CountsFromTheSizeOfAPart(int length, int size, int left)
    {
        var measure = SmsText.Measure(new string('A', length));

        measure.SegmentSize.Should().Be(size);
        measure.UnitsLeft.Should().Be(left);
    }

    [Theory]
    [InlineData(70, 70, 0)]
    [InlineData(71, 67, 63)]
    public void UnitsLeft_Ucs2_CountsFromTheSizeOfAPart(int length, int size, int left)
    {
        var measure = SmsText.Measure(new string('á', length));

        measure.SegmentSize.Should().Be(size);
        measure.UnitsLeft.Should().Be(left);
    }
}
