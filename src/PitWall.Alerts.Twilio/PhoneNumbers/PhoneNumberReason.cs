using System.Globalization;
using System.Numerics;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>The sentence for each error: the region's own rule and figures about the number, never its digits.</summary>
internal static class PhoneNumberReason
{
    private const int NorthAmerica = 1;
    private const int RussiaAndKazakhstan = 7;

    internal static string Of(PhoneNumberError error, in PhoneNumberProblem problem) => Of(error, problem, NumberingPlan.Region(problem.Region));

    private static string Of(PhoneNumberError error, in PhoneNumberProblem problem, in RegionRecord region) => error switch
    {
        PhoneNumberError.TextTooLong => "more than 250 characters",
        PhoneNumberError.RegionNeeded => "no plus in front, and no default region (Numbers:DefaultRegion) says how to read it",
        PhoneNumberError.UnknownRegion => "no plus in front, and the default region is not one of the numbering plan",
        PhoneNumberError.UnknownCallingCode => "no calling code starts like this",
        PhoneNumberError.TooShort or PhoneNumberError.TooLong or PhoneNumberError.WrongLength => Length(problem, region),
        PhoneNumberError.LocalOnly => $"{Length(problem, region)}; it works only from next door",
        PhoneNumberError.MoreThan15Digits => "more than the 15 digits of E.164",
        PhoneNumberError.Letters => "letters, which are not taken for digits",
        PhoneNumberError.SeveralNumbers => "more than one number",
        PhoneNumberError.Ambiguous => $"{Number(region)} both with and without a plus in front; write the plus",
        PhoneNumberError.NotInPlan => region.IsNone ? "no range of the plan holds it" : $"no range of +{NumberingPlan.Code(region.Code).Code} holds it",
        PhoneNumberError.NotMobile => $"{Kind(problem, region)} cannot be texted",
        PhoneNumberError.PremiumRate => Kind(problem.Kind == PhoneNumberKind.Unknown ? problem with { Kind = PhoneNumberKind.PremiumRate } : problem, region),
        PhoneNumberError.KindRefused => $"{Kind(problem, region)}, which is refused",
        PhoneNumberError.RegionNotAllowed when region.IsNone => "a number of a region that is not among the allowed ones",
        PhoneNumberError.RegionNotAllowed => $"a number of {region.Name} ({region.Id}), which is not among the allowed regions",
        _ => "not a phone number",
    };

    private static string Number(in RegionRecord region) => region.IsNone ? "a number" : $"a number of {region.Name}";

    private static string Length(in PhoneNumberProblem problem, in RegionRecord region)
    {
        if (region.IsNone)
        {
            return problem.Error switch
            {
                PhoneNumberError.TooLong => "too many digits for any number",
                PhoneNumberError.TooShort => "too few digits for any number",
                _ => "as many digits as no number there has",
            };
        }

        var digits = problem.NationalDigits;
        var code = NumberingPlan.Code(region.Code).Code;
        var owner = code switch
        {
            NorthAmerica => "the United States and Canada have",
            RussiaAndKazakhstan => "Russia and Kazakhstan have",
            _ => $"{region.Name} has",
        };

        return string.Create(CultureInfo.InvariantCulture, $"{digits} {(digits == 1 ? "digit" : "digits")} after +{code}, {owner} {List(region.Lengths)}");
    }

    // "9", "7 or 10", "4, 6 or 8 to 12".
    private static string List(uint lengths)
    {
        var ranges = new List<string>();

        while (lengths != 0)
        {
            var from = BitOperations.TrailingZeroCount(lengths);
            var count = BitOperations.TrailingZeroCount(~(lengths >> from));
            lengths &= ~(((1u << count) - 1) << from);

            if (count < 3)
            {
                ranges.AddRange(Enumerable.Range(from, count).Select(length => length.ToString(CultureInfo.InvariantCulture)));
            }
            else
            {
                ranges.Add(string.Create(CultureInfo.InvariantCulture, $"{from} to {from + count - 1}"));
            }
        }

        return ranges.Count == 1 ? ranges[0] : $"{string.Join(", ", ranges.SkipLast(1))} or {ranges[^1]}";
    }

    private static string Kind(in PhoneNumberProblem problem, in RegionRecord region)
    {
        var name = problem.Kind switch
        {
            PhoneNumberKind.FixedLine => "a fixed line",
            PhoneNumberKind.Mobile => "a mobile number",
            PhoneNumberKind.FixedLineOrMobile => "a fixed line or mobile number",
            PhoneNumberKind.TollFree => "a toll-free number",
            PhoneNumberKind.PremiumRate => "a premium-rate number",
            PhoneNumberKind.SharedCost => "a shared-cost number",
            PhoneNumberKind.Voip => "a voice-over-IP number",
            PhoneNumberKind.PersonalNumber => "a personal number",
            PhoneNumberKind.Pager => "a pager",
            PhoneNumberKind.Uan => "a universal access number",
            PhoneNumberKind.Voicemail => "a voice mailbox",
            _ => "a number in no known range",
        };

        return region.IsNone ? name : $"{name} of {region.Name}";
    }
}
