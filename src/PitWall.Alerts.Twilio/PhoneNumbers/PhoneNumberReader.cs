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
            return PhoneNumberResult.Failed(PhoneNumberError.TextTooLong);
        }

        return SimpleText.TryRead(text, digits, out var dialed)
            ? Read(dialed, scratch, regionId, level, styles, out entry)
            : ReadCandidate(text, regionId, level, styles, out entry);
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
            return PhoneNumberResult.Failed(PhoneNumberError.NotANumber);
        }

        return dialed.HasLetters && (styles & PhoneNumberStyles.AllowLetters) == 0
            ? PhoneNumberResult.Failed(PhoneNumberError.Letters)
            : Read(dialed, scratch, regionId, level, styles, out entry);
    }

    private static PhoneNumberResult Read(
        in DialedText dialed, Span<byte> scratch, string? regionId, PhoneNumberLevel level, PhoneNumberStyles styles, out PlanEntry entry)
    {
        var region = PlanRegion.Find(regionId);
        entry = default;

        if (region.IsNone && !dialed.HasPlus)
        {
            return PhoneNumberResult.Failed(string.IsNullOrEmpty(regionId) ? PhoneNumberError.RegionNeeded : PhoneNumberError.UnknownRegion);
        }

        var reading = NumberInterpreter.Interpret(dialed.Digits, dialed.HasPlus, region, scratch);
        entry = reading.Error == PhoneNumberError.None ? reading.Entry : default;
        var problem = PhoneNumberJudge.FindProblem(reading, entry, level, styles);

        if (Doubt.Find(dialed, reading, entry, problem.Error, region, styles) is not PhoneNumberError.None and var doubt)
        {
            problem = new PhoneNumberProblem(doubt, region);
        }

        return problem.Error == PhoneNumberError.None
            ? new PhoneNumberResult(new E164PhoneNumber(DecimalDigits.Join(reading.Code.Code, reading.National)), !entry.IsValid)
            : PhoneNumberJudge.IsShapeEnough(problem.Error, level, dialed)
                ? new PhoneNumberResult(new E164PhoneNumber(DecimalDigits.Join(0, dialed.Digits)), isSuspicious: true)
                : new PhoneNumberResult(problem);
    }
}
