namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>E.164 text and nothing else: a plus, a first digit that is not zero, at most 15 digits.</summary>
internal static class E164Text
{
    internal const int MaxLength = E164PhoneNumber.MaxDigits + 1;

    internal static PhoneNumberResult Read(ReadOnlySpan<char> text, PhoneNumberLevel level)
    {
        if (text.IsEmpty || text[0] != '+')
        {
            return PhoneNumberResult.Failed(text.IsEmpty ? PhoneNumberError.NotANumber : PhoneNumberError.RegionNeeded);
        }

        ulong digits = 0;

        for (var i = 1; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');

            if (digit > 9)
            {
                return PhoneNumberResult.Failed(PhoneNumberError.NotANumber);
            }

            if (i > E164PhoneNumber.MaxDigits)
            {
                return PhoneNumberResult.Failed(PhoneNumberError.MoreThan15Digits);
            }

            digits = (digits * 10) + digit;
        }

        return text.Length < 2 || text[1] == '0'
            ? PhoneNumberResult.Failed(PhoneNumberError.NotANumber)
            : PhoneNumberJudge.Judge(digits, level);
    }

    /// <summary>Copies ASCII bytes into a buffer of characters; anything longer than the buffer is cut, which is one too many to be a number.</summary>
    internal static ReadOnlySpan<char> Widen(ReadOnlySpan<byte> utf8Text, Span<char> buffer)
    {
        var length = Math.Min(utf8Text.Length, buffer.Length);

        for (var i = 0; i < length; i++)
        {
            buffer[i] = (char)utf8Text[i];
        }

        return buffer[..length];
    }
}
