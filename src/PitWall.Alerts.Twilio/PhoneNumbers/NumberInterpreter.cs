namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// Finds calling code and national number in digits, step by step as <c>PhoneNumberUtil.parseHelper</c> of libphonenumber does,
/// oddities included: people's address books rely on them.
/// </summary>
internal static class NumberInterpreter
{
    /// <summary>Room that prefixes may need: a transform puts at most four digits in front.</summary>
    internal const int TransformRoom = 4;

    // PhoneNumberUtil.MIN_LENGTH_FOR_NSN and MAX_LENGTH_FOR_NSN.
    private const int ShortestNational = 2;
    private const int LongestNational = 17;

    /// <summary>Interprets digits.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="hasPlus">Whether a plus leads.</param>
    /// <param name="region">The region of text without a calling code, or none.</param>
    /// <param name="scratch">Room for twice the digits and <see cref="TransformRoom"/>.</param>
    internal static NumberReading Interpret(ReadOnlySpan<byte> digits, bool hasPlus, PlanRegion region, Span<byte> scratch)
    {
        var reading = hasPlus ? WithPlus(digits, region, scratch) : WithoutPlus(digits, region, scratch);

        if (reading.Error != PhoneNumberError.None)
        {
            return reading;
        }

        var home = reading.IsNational ? region : reading.Code.MainRegion;
        var national = reading.National;

        if (national.Length >= ShortestNational)
        {
            var stripped = StripNationalPrefix(national, home, scratch[(scratch.Length / 2)..]);
            national = home.CheckLength(stripped.Length) is PhoneNumberError.None or PhoneNumberError.TooLong ? stripped : national;
        }

        return national.Length switch
        {
            < ShortestNational => new NumberReading(PhoneNumberError.TooShort),
            > LongestNational => new NumberReading(PhoneNumberError.MoreThan15Digits),
            _ => new NumberReading(reading.Code, national, reading.IsNational),
        };
    }

    private static NumberReading WithPlus(ReadOnlySpan<byte> digits, PlanRegion region, Span<byte> scratch)
    {
        var reading = AfterPrefix(digits);

        // A plus in front of what is dialed at home, such as +011 44 ...: once more without it.
        if (reading.Error != PhoneNumberError.UnknownCallingCode || region.IsNone)
        {
            return reading;
        }

        var withoutPlus = WithoutPlus(digits, region, scratch);

        return withoutPlus.IsNational ? reading : withoutPlus;
    }

    private static NumberReading WithoutPlus(ReadOnlySpan<byte> digits, PlanRegion region, Span<byte> scratch)
    {
        if (region.InternationalPrefix is var international && international.CanMatch(digits) && international.TryMatch(digits, out var prefix))
        {
            var rest = digits[prefix.Length..];

            // No calling code starts with zero.
            if (rest.IsEmpty || rest[0] != 0)
            {
                return AfterPrefix(rest);
            }
        }

        var code = region.Code;

        if (NumberingPlan.CodeOf(digits) == code)
        {
            var rest = StripNationalPrefix(digits[code.Digits..], region, scratch[..(scratch.Length / 2)]);

            if ((!region.IsGeneral(digits) && region.IsGeneral(rest)) || region.CheckLength(digits.Length) == PhoneNumberError.TooLong)
            {
                return new NumberReading(code, rest, isNational: false);
            }
        }

        return new NumberReading(code, digits, isNational: true);
    }

    private static NumberReading AfterPrefix(ReadOnlySpan<byte> digits)
    {
        if (digits.Length <= ShortestNational)
        {
            return new NumberReading(PhoneNumberError.TooShort);
        }

        var code = NumberingPlan.CodeOf(digits);

        return code.IsNone
            ? new NumberReading(PhoneNumberError.UnknownCallingCode)
            : new NumberReading(code, digits[code.Digits..], isNational: false);
    }

    // A valid number is never made invalid by taking a prefix away.
    private static ReadOnlySpan<byte> StripNationalPrefix(ReadOnlySpan<byte> digits, PlanRegion region, Span<byte> scratch)
    {
        var rule = region.NationalPrefix;

        if (!rule.CanMatch(digits) || !rule.TryMatch(digits, out var match))
        {
            return digits;
        }

        var transform = region.Transform;
        var kept = transform.IsNone ? default : match.Group(transform.Group, digits);
        var rest = digits[match.Length..];

        if (!kept.IsEmpty)
        {
            var length = transform.Write(scratch);
            kept.CopyTo(scratch[length..]);
            rest.CopyTo(scratch[(length + kept.Length)..]);
            rest = scratch[..(length + kept.Length + rest.Length)];
        }

        return region.IsGeneral(digits) && !region.IsGeneral(rest) ? digits : rest;
    }
}
