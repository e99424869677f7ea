using System.Runtime.CompilerServices;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>E.164 text and nothing else: a plus, a first digit that is not zero, at most 15 digits.</summary>
internal static class E164Text
{
    internal const int MaxLength = E164PhoneNumber.MaxDigits + 1;

    [SkipLocalsInit]
    internal static PhoneNumberResult Read(ReadOnlySpan<char> text, PhoneNumberLevel level)
    {
        Span<byte> digits = stackalloc byte[E164PhoneNumber.MaxDigits];
        var error = ReadDigits(text, digits, out var count);

        if (error != PhoneNumberError.None)
        {
            return PhoneNumberResult.Failed(error);
        }

        digits = digits[..count];
        var isSuspicious = false;

        if (level > PhoneNumberLevel.Syntax)
        {
            var code = NumberingPlan.CodeOf(digits);
            var entry = NumberingPlan.Find(code, digits[code.Digits..]);
            isSuspicious = !entry.IsValid;

            if (PhoneNumberJudge.FindProblem(entry, level) is { Error: not PhoneNumberError.None } problem)
            {
                return new PhoneNumberResult(problem);
            }
        }

        return new PhoneNumberResult(new E164PhoneNumber(DecimalDigits.Join(0, digits)), isSuspicious);
    }

    private static PhoneNumberError ReadDigits(ReadOnlySpan<char> text, Span<byte> digits, out int count)
    {
        count = 0;

        if (text.IsEmpty || text[0] != '+')
        {
            return text.IsEmpty ? PhoneNumberError.NotANumber : PhoneNumberError.RegionNeeded;
        }

        foreach (var c in text[1..])
        {
            var digit = (uint)(c - '0');

            if (digit > 9 || count == digits.Length)
            {
                return digit > 9 ? PhoneNumberError.NotANumber : PhoneNumberError.MoreThan15Digits;
            }

            digits[count++] = (byte)digit;
        }

        return count == 0 || digits[0] == 0 ? PhoneNumberError.NotANumber : PhoneNumberError.None;
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
