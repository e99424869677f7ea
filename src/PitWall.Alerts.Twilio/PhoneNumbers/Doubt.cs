using System.Numerics;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// Finds text whose reading is a guess: libphonenumber makes it, an alert must not. Only what the plan proves to be a number in
/// two ways is doubted, so that plain numbers never are.
/// </summary>
internal static class Doubt
{
    // Shorter than any full number that somebody would put behind another one as an extension.
    private const int ShortestSecond = 7;

    // "089/123456/57": the last digits of a second number, of which the rest is the first's. With more slashes they mean nothing.
    private const int LongestVariant = 3;
    private const int MostSlashes = 2;

    /// <summary>Whether there is anything to look into. Rules out nearly all text that gave a valid number.</summary>
    internal static bool IsPossible(in DialedText dialed, in NumberReading reading) =>
        !dialed.Extension.IsEmpty
        || (dialed.Breaks > 1 && IsLongEnough(dialed, reading, PhoneNumberError.None))
        || (reading.IsNational && NumberingPlan.CodeOf(dialed.Digits) == reading.Code);

    /// <summary>Looks for doubt.</summary>
    /// <param name="dialed">The text.</param>
    /// <param name="reading">How it was read.</param>
    /// <param name="entry">What that number is.</param>
    /// <param name="error">What is wrong with it.</param>
    /// <param name="region">The region of text without a calling code, or none.</param>
    /// <param name="styles">What the text may contain.</param>
    internal static PhoneNumberError Find(
        in DialedText dialed, in NumberReading reading, in PlanEntry entry, PhoneNumberError error, in RegionRecord region, PhoneNumberStyles styles)
    {
        if ((styles & PhoneNumberStyles.AllowSeveralNumbers) == 0 && HasSeveralNumbers(dialed, reading, error, region))
        {
            return PhoneNumberError.SeveralNumbers;
        }

        return (styles & PhoneNumberStyles.AllowAmbiguous) == 0 && error == PhoneNumberError.None && IsAmbiguous(dialed.Digits, reading, entry)
            ? PhoneNumberError.Ambiguous
            : PhoneNumberError.None;
    }

    // The digits start with the region's own calling code, and with a plus in front they are a valid number as well.
    private static bool IsAmbiguous(ReadOnlySpan<byte> digits, in NumberReading reading, in PlanEntry entry)
    {
        if (!reading.IsNational || !entry.IsValid || NumberingPlan.CodeOf(digits) != reading.Code)
        {
            return false;
        }

        Span<byte> scratch = stackalloc byte[2 * (SimpleText.MaxDigits + NumberInterpreter.TransformRoom)];
        var other = NumberInterpreter.Interpret(digits, hasPlus: true, NumberingPlan.Region(0), scratch);

        return other.Error == PhoneNumberError.None && NumberingPlan.Find(other.Code, other.National).IsValid && !other.National.SequenceEqual(reading.National);
    }

    private static bool HasSeveralNumbers(in DialedText dialed, in NumberReading reading, PhoneNumberError error, in RegionRecord region)
    {
        if (dialed.Extension.Length >= ShortestSecond && IsNumber(dialed.Extension, region.IsNone ? NumberingPlan.MainRegionOf(reading.Code) : region))
        {
            return true;
        }

        var count = Math.Min(dialed.Digits.Length, SimpleText.MaxDigits);

        if (count < ShortestSecond || !IsLongEnough(dialed, reading, error))
        {
            return false;
        }

        Span<byte> scratch = stackalloc byte[2 * (SimpleText.MaxDigits + NumberInterpreter.TransformRoom)];

        for (var breaks = dialed.Breaks & ~1UL & ((1UL << count) - 1); breaks != 0; breaks &= breaks - 1)
        {
            var at = BitOperations.TrailingZeroCount(breaks);
            var second = dialed.Digits[at..count];
            var isVariant = second.Length <= LongestVariant && (dialed.Slashes >> at & 1) != 0 && breaks == 1UL << at
                && BitOperations.PopCount(dialed.Slashes) <= MostSlashes;

            if (!isVariant && second.Length + at < ShortestSecond)
            {
                continue;
            }

            var first = NumberInterpreter.Interpret(dialed.Digits[..at], dialed.HasPlus, region, scratch);

            if (first.Error != PhoneNumberError.None || !NumberingPlan.Find(first.Code, first.National).IsValid)
            {
                continue;
            }

            ref readonly var home = ref region.IsNone ? ref NumberingPlan.MainRegionOf(first.Code) : ref region;

            if (isVariant || (StartsLikeANumber(second, home, error) && IsNumber(second, home, scratch)))
            {
                return true;
            }
        }

        return false;
    }

    // One number under a code whose numbers all have about the same length cannot hold two, nor a variant of its last digits.
    private static bool IsLongEnough(in DialedText dialed, in NumberReading reading, PhoneNumberError error)
    {
        var lengths = NumberingPlan.MainRegionOf(reading.Code).Lengths;

        return error != PhoneNumberError.None
            || (dialed.Slashes != 0 && !BitOperations.IsPow2(lengths))
            || reading.National.Length >= 2 * BitOperations.TrailingZeroCount(lengths);
    }

    // Where numbers are dialed with a prefix, digits without one are the rest of the number before them. Unless that is no number.
    private static bool StartsLikeANumber(ReadOnlySpan<byte> digits, in RegionRecord home, PhoneNumberError error) =>
        error != PhoneNumberError.None
        || home.NationalPrefix == 0
        || PrefixMatcher.CanMatch(home.NationalFirst, digits)
        || PrefixMatcher.CanMatch(home.InternationalFirst, digits);

    private static bool IsNumber(ReadOnlySpan<byte> digits, in RegionRecord home, Span<byte> scratch) =>
        NumberInterpreter.Interpret(digits, hasPlus: false, home, scratch) is { Error: PhoneNumberError.None } reading
        && NumberingPlan.Find(reading.Code, reading.National).IsValid;

    private static bool IsNumber(ReadOnlySpan<char> text, in RegionRecord home)
    {
        Span<byte> digits = stackalloc byte[SimpleText.MaxDigits];
        Span<byte> scratch = stackalloc byte[2 * (SimpleText.MaxDigits + NumberInterpreter.TransformRoom)];

        for (var i = 0; i < text.Length; i++)
        {
            digits[i] = (byte)PhoneCharacters.DigitOf(text[i]);
        }

        return !home.IsNone && IsNumber(digits[..text.Length], home, scratch);
    }
}
