using System.Runtime.CompilerServices;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Reads what people type: text to digits, digits to a number, the number held against the level.</summary>
internal static class PhoneNumberReader
{
    // PhoneNumberUtil.MAX_INPUT_STRING_LENGTH.
    private const int MaxText = 250;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="regionId">The region of text without a calling code; <see langword="null"/> or empty for none.</param>
    /// <param name="level">What must be true of the number.</param>
    /// <param name="styles">What the text may contain.</param>
    /// <param name="entry">What the plan says about the number; <c>default</c> when there is none.</param>
    [SkipLocalsInit]
    internal static PhoneNumberResult Read(
        ReadOnlySpan<char> text, string? regionId, PhoneNumberLevel level, PhoneNumberStyles styles, out PlanEntry entry)
    {
        Span<byte> digits = stackalloc byte[SimpleText.MaxDigits];
        Span<byte> scratch = stackalloc byte[2 * (SimpleText.MaxDigits + NumberInterpreter.TransformRoom)];
        entry = default;

        if (text.Length > MaxText)
        {
            return PhoneNumberResult.Failure(PhoneNumberError.TextTooLong);
        }

        if (E164Text.ReadDigits(text, digits, out var count, out var number) == PhoneNumberError.None && IsPlain(digits[..count], level, out entry))
        {
            return new PhoneNumberResult(new E164PhoneNumber(number), isSuspicious: false);
        }

        return SimpleText.TryRead(text, digits, out var dialed)
            ? Read(dialed, scratch, regionId, level, styles, out entry)
            : ReadCandidate(text, regionId, level, styles, out entry);
    }

    // E.164 text of a number in the plan, with nothing in front that could be a national prefix: there is nothing to find out.
    private static bool IsPlain(ReadOnlySpan<byte> digits, PhoneNumberLevel level, out PlanEntry entry)
    {
        var code = NumberingPlan.CodeOf(digits);
        var national = digits[NumberingPlan.Code(code).Digits..];
        entry = NumberingPlan.Find(code, national);

        return PhoneNumberJudge.IsBeyondQuestion(entry, level) && !PrefixMatcher.CanMatch(NumberingPlan.MainRegionOf(code).NationalFirst, national);
    }

    [SkipLocalsInit]
    private static PhoneNumberResult ReadCandidate(
        ReadOnlySpan<char> text, string? regionId, PhoneNumberLevel level, PhoneNumberStyles styles, out PlanEntry entry)
    {
        Span<char> characters = stackalloc char[MaxText];
        Span<byte> digits = stackalloc byte[MaxText];
        Span<byte> scratch = stackalloc byte[2 * (MaxText + NumberInterpreter.TransformRoom)];
        entry = default;

        if (!CandidateText.TryRead(text, characters, digits, out var dialed))
        {
            return PhoneNumberResult.Failure(PhoneNumberError.NotANumber);
        }

        return dialed.HasLetters && (styles & PhoneNumberStyles.AllowLetters) == 0
            ? PhoneNumberResult.Failure(PhoneNumberError.Letters)
            : Read(dialed, scratch, regionId, level, styles, out entry);
    }

    private static PhoneNumberResult Read(
        in DialedText dialed, Span<byte> scratch, string? regionId, PhoneNumberLevel level, PhoneNumberStyles styles, out PlanEntry entry)
    {
        ref readonly var region = ref NumberingPlan.Region(NumberingPlan.RegionOf(regionId));
        entry = default;

        if (region.IsNone && !dialed.HasPlus)
        {
            return PhoneNumberResult.Failure(string.IsNullOrEmpty(regionId) ? PhoneNumberError.RegionNeeded : PhoneNumberError.UnknownRegion);
        }

        var reading = NumberInterpreter.Interpret(dialed.Digits, dialed.HasPlus, region, scratch);
        entry = reading.Error == PhoneNumberError.None ? NumberingPlan.Find(reading.Code, reading.National) : default;

        if (PhoneNumberJudge.IsBeyondQuestion(entry, level) && reading.DigitCount <= E164PhoneNumber.MaxDigits && !Doubt.IsPossible(dialed, reading))
        {
            return new PhoneNumberResult(reading.ToNumber(), isSuspicious: false);
        }

        var problem = PhoneNumberJudge.FindProblem(reading, entry, level, styles);

        if (Doubt.Find(dialed, reading, entry, problem.Error, region, styles) is not PhoneNumberError.None and var doubt)
        {
            problem = new PhoneNumberProblem(doubt, region.Number);
        }

        return problem.Error == PhoneNumberError.None
            ? new PhoneNumberResult(reading.ToNumber(), !entry.IsValid)
            : PhoneNumberJudge.IsShapeEnough(problem.Error, level, dialed)
                ? new PhoneNumberResult(new E164PhoneNumber(DecimalDigits.Join(0, dialed.Digits)), isSuspicious: true)
                : new PhoneNumberResult(problem);
    }
}
