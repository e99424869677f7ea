using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.PhoneNumbers;

namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class PhoneNumberFuzzTests
{
    private const string Telling = "0123456789+-() ./~*x#,;:=abcXYZ\\\uFF0B\uFF11\u0661\u0967\u00A0\u200B\u2011\u3000\uFF58\u0434\u00F3\u0301\uD800\uDC00\0";

    private static readonly PhoneNumberNormalizer Normalizer = new();

    private static readonly string?[] Regions =
        [.. Enumerable.Range(0, NumberingPlan.RegionCount).Select(NumberingPlan.IdOf), string.Empty, "xx", "GBR", "\uD800\uD800"];

    private static readonly string[] Fragments =
    [
        "tel:", "whatsapp:", ";phone-context=", ";isub=", ";ext=", " ext. ", "anexo", "+", "00", "011", "(0)", "/ x", ",,", "+1", "+44", "+54 9", "0800", "example.com",
    ];

    [Fact]
    public void Normalize_OfArbitraryCharacters_NeverThrows() => Check(Gen.Choose(0, char.MaxValue).Select(c => (char)c));

    [Fact]
    public void Normalize_OfCharactersThatMatter_NeverThrows() => Check(Gen.Elements(Telling.ToCharArray()));

    [Fact]
    public void Normalize_OfDigits_NeverThrows() => Check(Gen.Elements("+0123456789".ToCharArray()));

    [Fact]
    public void Normalize_OfFragments_NeverThrows()
    {
        var pieces = Gen.OneOf(Gen.Elements(Fragments), Gen.Choose(0, 99_999_999).Select(number => $"{number}"), Gen.Elements(Telling.ToCharArray()).Select(c => $"{c}"));

        Check(pieces.ArrayOf().Select(string.Concat));
    }

    [Fact]
    public void Normalize_OfEverySingleChangeOfValidNumbers_NeverThrows()
    {
        const string Inserted = "05+x ";
        var changed = 0;

        foreach (var number in ValidNumbers().Concat(["+1 (650) 253-0000 ext. 12", "tel:253-0000;phone-context=+1-650", "+54 11 15 2345 6789", "0 31 85 98765 4321"]))
        {
            for (var at = 0; at < number.Length; at++)
            {
                Judge(number.Remove(at, 1), null);

                foreach (var c in Telling)
                {
                    Judge($"{number[..at]}{c}{number[(at + 1)..]}", changed++ % 8 == 0 ? "US" : null);
                }

                foreach (var c in Inserted)
                {
                    Judge(number.Insert(at, $"{c}"), null);
                }
            }
        }

        changed.Should().BeGreaterThan(100_000);
    }

    [Fact]
    public void Normalize_OfTenMegabytes_IsRefusedWithoutReadingThem()
    {
        foreach (var text in (string[])[new string('1', 10_000_000), "+" + new string('1', 10_000_000), new string(' ', 10_000_000) + "+34600111222"])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = Normalizer.Normalize(text, new PhoneNumberOptions { DefaultRegion = "ES" });
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            result.Error.Should().Be(PhoneNumberError.TextTooLong);
            allocated.Should().BeLessThan(100_000);
            E164PhoneNumber.TryParse(text, null, out _).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(250)]
    [InlineData(251)]
    public void Normalize_AtTheLimitOfText_ReadsUpToIt(int length)
    {
        var text = new string('(', length - 12) + "+34600111222";

        Normalizer.Normalize(text).IsSuccess.Should().Be(length <= 250);
        Judge(new string('1', length), "US");
        Judge(new string('x', length - 5) + "11111", "US");
        Judge("111" + new string(';', length - 3), "US");
        Judge("111;phone-context=+" + new string('1', length - 19), "US");
    }

    private static void Check(Gen<char> characters) => Check(characters.ArrayOf().Select(text => new string(text)));

    private static void Check(Gen<string> texts) =>
        Prop.ForAll(texts.ToArbitrary(), Gen.Elements(Regions).ToArbitrary(), Judge)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithEndSize(60));

    // Whatever the text: an outcome, in shape, the same under safe and plain reading unless the safe one refuses.
    private static void Judge(string text, string? region)
    {
        var safe = Normalizer.Normalize(text, new PhoneNumberOptions { DefaultRegion = region });
        var plain = Normalizer.Normalize(text, new PhoneNumberOptions { DefaultRegion = region, Level = PhoneNumberLevel.Syntax, Styles = PhoneNumberStyles.Libphonenumber });

        JudgeOne(safe);
        JudgeOne(plain);

        if (safe.IsSuccess && safe.Number != plain.Number)
        {
            throw new InvalidOperationException($"The safe reading of {text} differs from the plain one.");
        }
    }

    private static void JudgeOne(PhoneNumberResult result)
    {
        if (result.IsSuccess != (result.Error == PhoneNumberError.None)
            || result.IsSuccess != (result.Reason is null)
            || (result.IsSuccess && E164PhoneNumber.FromTrusted(result.Number.ToString()) != result.Number))
        {
            throw new InvalidOperationException($"Not an outcome: {result.Error}.");
        }

        _ = (result.Number.Region, result.Number.Kind, result.Number.Validity, result.ToString());
    }

    // One valid number for each region, found in the data of the comparison.
    private static IEnumerable<string> ValidNumbers() =>
        File.ReadLines(Repository.PathOf("tests/PitWall.Alerts.Twilio.Tests/PhoneNumbers/google-libphonenumber.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(PitWall.Tools.NumberingPlan.Agreement.Answer.Parse)
            .Where(answer => answer.IsValid && answer.E164.Length <= E164PhoneNumber.MaxDigits + 1)
            .DistinctBy(answer => answer.NumberRegion)
            .Select(answer => answer.E164);
}
