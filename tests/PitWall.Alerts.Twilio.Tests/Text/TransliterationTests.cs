using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class TransliterationTests
{
    private const string GraveAccent = "\uFF40";

    /// <summary>Data/smart-encoding.tsv was written by tools/segments/smart-encoding.mjs (npm sms-segments-calculator 1.3.0).</summary>
    [Fact]
    public void ToGsm7_EveryCharacterOfTwiliosSmartEncoding_IsWrittenAsTwilioDoesWithOneSpaceForASpace()
    {
        var rows = File.ReadLines(TestFiles.Path("Text", "Data", "smart-encoding.tsv")).Select(line => line.Split('\t')).ToList();

        rows.Should().HaveCountGreaterThan(250);
        foreach (var row in rows)
        {
            var character = (char)ushort.Parse(row[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            var theirs = Regex.Unescape(row[1]);
            var expected = theirs.Length > 0 && string.IsNullOrWhiteSpace(theirs) && theirs != "\n" ? " " : theirs;

            SmsText.ToGsm7($"({character})").Text.Should().Be($"({expected})", "of U+{0}", row[0]);
        }
    }

    [Theory]
    [InlineData("Box now", -1)]
    [InlineData("\u0436 box \u0436", 0)]
    [InlineData("Box \u0436 \u0436", 4)]
    public void Write_WhatHasNoCounterpart_IsFoundWhereItStandsFirst(string text, int first)
    {
        var output = new TextBuffer(stackalloc char[16]);

        Gsm7Transliterator.Write(text, ref output).Should().Be(first);
    }

    [Theory]
    [InlineData("a\u0300")]
    [InlineData("a\u036F")]
    public void ToGsm7_AMarkOfItsOwnBehindALetter_LeavesNothingThatCannotBeWritten(string text) =>
        SmsText.ToGsm7(text).Unsupported.Should().BeEmpty();

    [Fact]
    public void ToGsm7_EveryLatinLetterWithMarks_IsItsLetterWithoutThem()
    {
        var count = 0;
        foreach (var c in Enumerable.Range(0xC0, 0x250 - 0xC0).Concat(Enumerable.Range(0x1E00, 0x100)).Select(i => (char)i))
        {
            var plain = c.ToString().Normalize(NormalizationForm.FormD);
            if (Gsm7Alphabet.Septets(c) > 0 || plain.Length == 1 || Gsm7Alphabet.Septets(plain[0]) == 0)
                continue;

            SmsText.ToGsm7(c.ToString()).Text.Should().Be(plain[..1], "of U+{0:X4}", (int)c);
            count++;
        }

        count.Should().BeGreaterThan(400);
    }

    [Fact]
    public void ToGsm7_EveryLetterOfGsm7WrittenWithItsMarkApart_IsThatLetter()
    {
        var count = 0;
        for (var c = '\u0080'; c < '\u0250'; c++)
        {
            var apart = c.ToString().Normalize(NormalizationForm.FormD);
            if (Gsm7Alphabet.Septets(c) == 0 || apart.Length != 2)
                continue;

            SmsText.ToGsm7(apart).Text.Should().Be(c.ToString());
            count++;
        }

        count.Should().Be(18);
    }

    [Theory]
    [InlineData("c\u0327", "c")]
    [InlineData("A\u0300", "A")]
    [InlineData("e\u0308", "e")]
    [InlineData("x\u0300", "x")]
    [InlineData("e\u0301\u0316", "é")]
    [InlineData("1\u0301", "1\u0301")]
    [InlineData("\u0301", "\u0301")]
    [InlineData("я\u0301", "я\u0301")]
    public void ToGsm7_MarkThatMakesNoLetterOfGsm7_IsLeftOffItsLatinLetterAlone(string text, string expected) =>
        SmsText.ToGsm7(text).Text.Should().Be(expected);

    [Fact]
    public void ToGsm7_EveryFullWidthForm_IsItsAsciiCharacter()
    {
        for (var c = '\uFF01'; c <= '\uFF5E'; c++)
        {
            if (c.ToString() != GraveAccent)
                SmsText.ToGsm7(c.ToString()).Text.Should().Be(((char)(c - 0xFEE0)).ToString());
        }

        SmsText.ToGsm7(GraveAccent).Text.Should().Be("'");
        SmsText.ToGsm7("\uFF00").Text.Should().Be("\uFF00");
        SmsText.ToGsm7("\uFF5F").Text.Should().Be("\uFF5F");
    }

    [Fact]
    public void ToGsm7_EveryControlCharacter_IsNeverKept()
    {
        var controls = Enumerable.Range(0, 0x100).Select(i => (char)i).Where(c => char.IsControl(c) && Gsm7Alphabet.Septets(c) == 0);

        foreach (var c in controls)
            SmsText.ToGsm7($"({c})").Text.Should().BeOneOf(["()", "( )", "(\n)"], "U+{0:X4} would make the text UCS-2", (int)c);

        SmsText.ToGsm7("(\u001B\u0007\u007F)").Text.Should().Be("()");
        SmsText.ToGsm7("(\u000B\u0085)").Text.Should().Be("(\n\n)");
    }

    [Theory]
    [InlineData("Ð đ ɖ Ħ ħ Ŋ ŋ Ŧ ŧ Ł ł Ŀ ŀ Ƶ ƶ Ǥ ǥ", "D d d H h N n T t L l L l Z z G g")]
    [InlineData("Ɓ Ɗ Ə ə ı ȷ ĸ ſ", "B D E e i j k s")]
    [InlineData("Þ þ Ĳ ĳ Œ œ ŉ ẞ", "Th th IJ ij OE oe 'n SS")]
    [InlineData("Ǆ ǅ ǆ Ǳ ǲ ǳ Ǉ ǈ ǉ Ǌ ǋ ǌ", "DZ Dz dz DZ Dz dz LJ Lj lj NJ Nj nj")]
    [InlineData("ﬀ ﬁ ﬂ ﬃ ﬄ", "ff fi fl ffi ffl")]
    public void ToGsm7_LetterWithoutDecomposition_HasItsUsualSpelling(string text, string expected) => SmsText.ToGsm7(text).Text.Should().Be(expected);

    [Theory]
    [InlineData("\u1680|\u180E|", " | |")]
    [InlineData("a\u00ADb\u200Dc\u200Ed\u200Fe\u202Af\u202Eg\u2061h\u2064i\u2066j\u2069k\uFE0El\uFE0Fm", "abcdefghijklm")]
    [InlineData("‑‒−·‧", "-----")]
    [InlineData("6±2 2∓6 3×4 ✕✖ ≈≃ ≤ ≥ ≠", "6+/-2 2-/+6 3x4 xx ~~ <= >= !=")]
    [InlineData("→ ⇒ ➔ ➜ ➡ ← ⇐ ⬅ ↔ ⇔", "-> -> -> -> -> <- <- <- <-> <->")]
    [InlineData("5′ 6″ \u00B5 \u03BC \u2206 \u2126 \u2211 ¦ º ª", "5' 6\" u u Δ Ω Σ | o a")]
    [InlineData("41 ℃ 90 ℉ № 5 © ® ™", "41 C 90 F No. 5 (C) (R) TM")]
    [InlineData("¼ ½ ¾ ⅓ ⅔ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ ⅛ ⅜ ⅝ ⅞", "1/4 1/2 3/4 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8")]
    [InlineData("m¹ m² m³ 10¹ 10² 10³", "m1 m2 m3 10^1 10^2 10^3")]
    [InlineData("↑ ⬆ ▲ ↓ ⬇ ▼", "up up up down down down")]
    public void ToGsm7_RaceSymbol_ReadsAsItIsMeant(string text, string expected) => SmsText.ToGsm7(text).Text.Should().Be(expected);

    [Theory]
    [InlineData("P3↑now", "P3 up now")]
    [InlineData("(↑)", "(up)")]
    [InlineData("↑", "up")]
    [InlineData("9°", "9 deg")]
    [InlineData("9°C", "9C")]
    [InlineData("9°F!", "9F!")]
    [InlineData("9ºC", "9C")]
    [InlineData("9°Cold", "9 deg Cold")]
    [InlineData("9°K", "9 deg K")]
    [InlineData("a½", "a1/2")]
    [InlineData("2½", "2 1/2")]
    [InlineData("2°½", "2 deg1/2")]
    public void ToGsm7_SymbolAmongOthers_StandsApartWhereItMust(string text, string expected) => SmsText.ToGsm7(text).Text.Should().Be(expected);

    [Fact]
    public void ToGsm7_SeveralCharactersWithoutCounterpart_AreEachReportedWhereTheyStood()
    {
        var result = SmsText.ToGsm7("–🔥残\uD800!");

        result.Text.Should().Be("-🔥残\uD800!");
        result.Unsupported.Should().Equal(
            new SmsUnsupportedCharacter(new Rune(0x1F525), 1),
            new SmsUnsupportedCharacter(new Rune('残'), 3),
            new SmsUnsupportedCharacter(Rune.ReplacementChar, 4));
    }

    [Fact]
    public void ToGsm7_NoText_IsRefused() =>
        FluentActions.Invoking(() => SmsText.ToGsm7(null!)).Should().Throw<ArgumentNullException>().WithParameterName("text");

    [Fact]
    public void Default_Transliteration_IsAnEmptyTextInGsm7()
    {
        var sut = default(SmsTransliteration);

        sut.Text.Should().BeEmpty();
        sut.IsGsm7.Should().BeTrue();
        sut.Unsupported.Should().BeEmpty();
    }
}
