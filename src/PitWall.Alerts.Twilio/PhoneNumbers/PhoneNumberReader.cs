namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Reads what people type.</summary>
internal static class PhoneNumberReader
{
    private const int MaxText = 250;

    internal static PhoneNumberResult Read(ReadOnlySpan<char> text, string? region, PhoneNumberLevel level, PhoneNumberStyles styles)
    {
        _ = styles;

        if (text.Length > MaxText)
        {
            return PhoneNumberResult.Failed(PhoneNumberError.TextTooLong);
        }

        Span<char> digits = stackalloc char[E164Text.MaxLength + 1];
        var count = 0;
        text = WithoutScheme(text.Trim());
        var plus = text.StartsWith("+");

        foreach (var c in plus ? text[1..] : text)
        {
            if (char.IsAsciiLetter(c))
            {
                return PhoneNumberResult.Failed(PhoneNumberError.Letters);
            }

            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
            else if (!char.IsAsciiDigit(c) && !" -()./\u00A0".Contains(c, StringComparison.Ordinal))
            {
                return PhoneNumberResult.Failed(PhoneNumberError.NotANumber);
            }
        }

        var national = digits[..count];

        if (!plus)
        {
            if (string.IsNullOrEmpty(region))
            {
                return PhoneNumberResult.Failed(PhoneNumberError.RegionNeeded);
            }

            if (!NumberingPlan.TryGetRegion(region, out var code, out var internationalPrefix, out var nationalPrefix))
            {
                return PhoneNumberResult.Failed(PhoneNumberError.UnknownRegion);
            }

            if (internationalPrefix.Length > 0 && national.StartsWith(internationalPrefix))
            {
                return E164Text.Read($"+{national[internationalPrefix.Length..]}", level);
            }

            if (nationalPrefix.Length > 0 && national.StartsWith(nationalPrefix))
            {
                national = national[nationalPrefix.Length..];
            }

            return E164Text.Read($"+{code}{national}", level);
        }

        return E164Text.Read($"+{national}", level);
    }

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["whatsapp:", "tel:"])
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return text[scheme.Length..];
            }
        }

        return text;
    }
}
