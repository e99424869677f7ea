using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class SmsTextProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void Measure_AnyText_CountsThePartsOfAPlainSplit() => Prop.ForAll(Texts.Arbitrary, text =>
    {
        var measure = SmsText.Measure(text);

        var parts = Split(text, measure.Encoding);

        measure.Segments.Should().Be(Math.Max(1, parts.Count));
        measure.UnitsInLastSegment.Should().Be(parts.LastOrDefault());
        measure.Units.Should().Be(parts.Sum());
        measure.UnitsLeft.Should().BeGreaterThanOrEqualTo(0);
        (measure.Ucs2Index >= 0).Should().Be(measure.Encoding == SmsEncoding.Ucs2);
    }).Check(Thorough);

    [Fact]
    public void ToGsm7_AnyText_IsGsm7ExactlyWhenItSaysSo() => Prop.ForAll(Texts.Arbitrary, text =>
    {
        var result = SmsText.ToGsm7(text);

        (SmsText.Measure(result.Text).Encoding == SmsEncoding.Gsm7).Should().Be(result.IsGsm7);
        SmsText.ToGsm7(result.Text).Text.Should().Be(result.Text);
        result.Unsupported.Should().BeInAscendingOrder(character => character.Index);
        foreach (var (character, index) in result.Unsupported)
            (System.Text.Rune.TryGetRuneAt(text, index, out var rune) ? rune : System.Text.Rune.ReplacementChar).Should().Be(character);
    }).Check(Thorough);

    [Fact]
    public void Cut_AnyText_FitsAndEndsWhereNobodyMisreadsIt() => Prop.ForAll(Texts.Arbitrary, Gen.Choose(1, 4).ToArbitrary(), (text, segments) =>
    {
        var cut = SmsText.Cut(text, segments);

        SmsText.Measure(cut).Segments.Should().BeLessThanOrEqualTo(segments);
        if (cut == text)
            return;

        var isSpaced = cut.EndsWith(" ...", StringComparison.Ordinal);
        var kept = cut[..^(isSpaced ? 4 : 3)];
        text.Should().StartWith(kept);
        Boundaries(text).Should().Contain(kept.Length);
        if (kept.Length == 0)
            return;

        if (!isSpaced && char.IsAsciiDigit(kept[^1]))
            char.IsLetter(kept[kept.AsSpan().TrimEnd("0123456789").Length - 1]).Should().BeTrue("only a name such as T12 may end with a digit: {0}", cut);

        var next = text[kept.Length];
        if (char.IsAsciiDigit(kept[^1]))
            char.IsAsciiLetterOrDigit(next).Should().BeFalse("a number stays with its unit: {0}|{1}", kept, text[kept.Length..]);
    }).Check(Thorough);

    // One unit after the other, as a person would count them.
    private static List<int> Split(string text, SmsEncoding encoding)
    {
        var widths = new List<int>();
        for (var index = 0; index < text.Length; index++)
        {
            if (encoding == SmsEncoding.Gsm7)
            {
                widths.Add("^{}\\[~]|€\f".Contains(text[index]) ? 2 : 1);
            }
            else
            {
                var isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
                widths.Add(isPair ? 2 : 1);
                index += isPair ? 1 : 0;
            }
        }

        var (one, several) = encoding == SmsEncoding.Gsm7 ? (160, 153) : (70, 67);
        if (widths.Sum() <= one)
            return [widths.Sum()];

        var parts = new List<int> { 0 };
        foreach (var width in widths)
        {
            if (parts[^1] + width > several)
                parts.Add(0);

            parts[^1] += width;
        }

        return parts;
    }

    private static HashSet<int> Boundaries(string text) => [.. StringInfo.ParseCombiningCharacters(text), text.Length];
}
