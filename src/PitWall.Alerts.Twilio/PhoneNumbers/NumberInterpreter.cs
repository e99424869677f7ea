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
    internal static NumberReading Interpret(ReadOnlySpan<byte> digits, bool hasPlus, in RegionRecord region, Span<byte> scratch)
    {
        var reading = hasPlus ? WithPlus(digits, region, scratch) : WithoutPlus(digits, region, scratch);

        if (reading.Error != PhoneNumberError.None)
        {
            return reading;
        }

        ref readonly var home = ref reading.IsNational ? ref region : ref NumberingPlan.MainRegionOf(reading.Code);
        var national = reading.National;

        if (national.Length >= ShortestNational && PrefixMatcher.CanMatch(home.NationalFirst, national))
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

    private static NumberReading WithPlus(ReadOnlySpan<byte> digits, in RegionRecord region, Span<byte> scratch)
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

    private static NumberReading WithoutPlus(ReadOnlySpan<byte> digits, in RegionRecord region, Span<byte> scratch)
    {
        if (PrefixMatcher.CanMatch(region.InternationalFirst, digits)
            && PrefixMatcher.TryMatch(region.InternationalPrefix, digits, out var prefix))
        {
            var rest = digits[prefix.Length..];

            // No calling code starts with zero.
            if (rest.IsEmpty || rest[0] != 0)
            {
                return AfterPrefix(rest);
            }
        }

        if (NumberingPlan.CodeOf(digits) == region.Code)
        {
            var rest = StripNationalPrefix(digits[NumberingPlan.Code(region.Code).Digits..], region, scratch[..(scratch.Length / 2)]);

            if ((!NumberingPlan.IsGeneral(region, digits) && NumberingPlan.IsGeneral(region, rest))
                || region.CheckLength(digits.Length) == PhoneNumberError.TooLong)
            {
                return new NumberReading(region.Code, rest, isNational: false);
            }
        }

        return new NumberReading(region.Code, digits, isNational: true);
    }

    private static NumberReading AfterPrefix(ReadOnlySpan<byte> digits)
    {
        if (digits.Length <= ShortestNational)
        {
            return new NumberReading(PhoneNumberError.TooShort);
        }

        var code = NumberingPlan.CodeOf(digits);

        return code == 0
            ? new NumberReading(PhoneNumberError.UnknownCallingCode)
            : new NumberReading(code, digits[NumberingPlan.Code(code).Digits..], isNational: false);
    }

    // A valid number is never made invalid by taking a prefix away.
    private static ReadOnlySpan<byte> StripNationalPrefix(ReadOnlySpan<byte> digits, in RegionRecord region, Span<byte> scratch)
    {
        if (!PrefixMatcher.CanMatch(region.NationalFirst, digits) || !PrefixMatcher.TryMatch(region.NationalPrefix, digits, out var match))
        {
            return digits;
        }

        var rest = digits[match.Length..];

        if (region.Transform != 0)
        {
            rest = Transform(NumberingPlan.Programs[region.Transform..], match, digits, scratch);
        }

        return NumberingPlan.IsGeneral(region, digits) && !NumberingPlan.IsGeneral(region, rest) ? digits : rest;
    }

    // Some digits and a group take the place of the prefix: the Argentine 15 becomes a 9 this way. Without the group it is dropped.
    private static ReadOnlySpan<byte> Transform(ReadOnlySpan<ushort> transform, scoped in PrefixMatch match, ReadOnlySpan<byte> digits, Span<byte> scratch)
    {
        var group = match.Group(transform[0], digits);
        var rest = digits[match.Length..];

        if (group.IsEmpty)
        {
            return rest;
        }

        var length = 0;

        foreach (var digit in transform.Slice(2, transform[1]))
        {
            scratch[length++] = (byte)digit;
        }

        group.CopyTo(scratch[length..]);
        rest.CopyTo(scratch[(length + group.Length)..]);

        return scratch[..(length + group.Length + rest.Length)];
    }
}
