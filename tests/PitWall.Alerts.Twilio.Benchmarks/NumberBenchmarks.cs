using BenchmarkDotNet.Attributes;

namespace PitWall.Alerts.Twilio.Benchmarks;

/// <summary>What a recipient's number costs. Aim: 40 ns for E.164 text, 150 ns for national text, nothing allocated.</summary>
[MemoryDiagnoser]
public class NumberBenchmarks
{
    private static readonly string[] E164Texts = ["+34600111222", "+16502530000", "+447911123456", "+4915123456789", "+5491123456789", "+393921234567", "+919198765432", "+79161234567"];

    private static readonly (string Region, string Text)[] NationalTexts =
    [
        ("ES", "600 111 222"), ("US", "(650) 253-0000"), ("GB", "07911 123456"), ("DE", "0171 1234567"),
        ("AR", "011 15-2345-6789"), ("IT", "392 123 4567"), ("IN", "091987 65432"), ("RU", "8 (916) 123-45-67"),
    ];

    private readonly PhoneNumberNormalizer _normalizer = new();
    private readonly PhoneNumberOptions[] _regions = [.. NationalTexts.Select(text => new PhoneNumberOptions { DefaultRegion = text.Region })];
    private readonly E164PhoneNumber _number = E164PhoneNumber.Parse("+34600111222");

    [Benchmark(Description = "E.164 text: parse")]
    public bool Parse() => E164PhoneNumber.TryParse("+34600111222", null, out _);

    [Benchmark(Description = "E.164 text: normalize (one number)")]
    public bool NormalizeOne() => _normalizer.Normalize("+34600111222").IsSuccess;

    [Benchmark(Description = "E.164 text: normalize (eight countries)", OperationsPerInvoke = 8)]
    public int NormalizeMany()
    {
        var taken = 0;

        foreach (var text in E164Texts)
        {
            taken += _normalizer.Normalize(text).IsSuccess ? 1 : 0;
        }

        return taken;
    }

    [Benchmark(Description = "National text: normalize (one number)")]
    public bool NormalizeNationalOne() => _normalizer.Normalize("600 111 222", _regions[0]).IsSuccess;

    [Benchmark(Description = "National text: normalize (eight countries)", OperationsPerInvoke = 8)]
    public int NormalizeNationalMany()
    {
        var taken = 0;

        for (var i = 0; i < NationalTexts.Length; i++)
        {
            taken += _normalizer.Normalize(NationalTexts[i].Text, _regions[i]).IsSuccess ? 1 : 0;
        }

        return taken;
    }

    [Benchmark(Description = "Text with an extension and full-width digits: normalize")]
    public bool NormalizeAnyText() => _normalizer.Normalize("tel:+1\uFF0D(650) 253\u20110000 ext. 12").IsSuccess;

    [Benchmark(Description = "Refused: no reason asked for")]
    public bool Refuse() => _normalizer.Normalize("+1234567890").IsSuccess;

    [Benchmark(Description = "Region and kind of a number")]
    public bool Describe() => _number.Region is not null && _number.CanBeTexted;

    [Benchmark(Description = "E.164 text of a number, into a buffer")]
    public bool Format()
    {
        Span<char> buffer = stackalloc char[16];

        return _number.TryFormat(buffer, out _);
    }
}
