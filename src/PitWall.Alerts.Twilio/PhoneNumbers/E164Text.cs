using System.Runtime.CompilerServices;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>E.164 text and nothing else: a plus, a first digit that is not zero, at most 15 digits.</summary>
internal static unsafe class E164Text
{
    internal const int MaxLength = E164PhoneNumber.MaxDigits + 1;

    /// <summary>
    /// Reads a number that is in the plan and satisfies the level: nearly every one there is. Few methods, because all of them are
    /// compiled before a process has read its first number.
    /// </summary>
    /// <returns><see langword="false"/> when more has to be known, an error perhaps; <see cref="Read"/> finds it.</returns>
    [SkipLocalsInit]
    internal static bool TryReadPlain(ReadOnlySpan<char> text, PhoneNumberLevel level, out ulong number)
    {
        Span<byte> digits = stackalloc byte[E164PhoneNumber.MaxDigits];

        if (ReadDigits(text, digits, out var count, out number) != PhoneNumberError.None)
        {
            return false;
        }

        var code = PlanResource.Codes + NumberingPlan.CodeOf(digits[..count]);
        var kind = (PhoneNumberKind)(NumberingPlan.Walk(code->Start, digits[code->Digits..count]) >> KindShift & KindMask);

        return kind is PhoneNumberKind.Mobile or PhoneNumberKind.FixedLineOrMobile
            || (kind != PhoneNumberKind.Unknown && level <= PhoneNumberLevel.Valid);
    }

    [SkipLocalsInit]
    internal static PhoneNumberResult Read(ReadOnlySpan<char> text, PhoneNumberLevel level)
    {
        Span<byte> digits = stackalloc byte[E164PhoneNumber.MaxDigits];
        var error = ReadDigits(text, digits, out var count, out var number);

        if (error != PhoneNumberError.None)
        {
            return PhoneNumberResult.Failure(error);
        }

        if (level <= PhoneNumberLevel.Syntax)
        {
            return new PhoneNumberResult(new E164PhoneNumber(number), isSuspicious: false);
        }

        var code = NumberingPlan.CodeOf(digits[..count]);
        var entry = NumberingPlan.Find(code, digits[NumberingPlan.Code(code).Digits..count]);

        return PhoneNumberJudge.FindProblem(entry, level) is { Error: not PhoneNumberError.None } problem
            ? new PhoneNumberResult(problem)
            : new PhoneNumberResult(new E164PhoneNumber(number), !entry.IsValid);
    }

    /// <summary>Reads the digits of E.164 text, as bytes from 0 to 9 and as one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PhoneNumberError ReadDigits(ReadOnlySpan<char> text, Span<byte> digits, out int count, out ulong number)
    {
        count = text.Length - 1;
        number = 0;

        if (count < 1 || text[0] != '+')
        {
            return text.IsEmpty || text[0] == '+' ? PhoneNumberError.NotANumber : PhoneNumberError.RegionNeeded;
        }

        for (var i = 1; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');

            if (digit > 9 || i > E164PhoneNumber.MaxDigits)
            {
                return digit > 9 ? PhoneNumberError.NotANumber : PhoneNumberError.MoreThan15Digits;
            }

            digits[i - 1] = (byte)digit;
            number = (number * 10) + digit;
        }

        return digits[0] == 0 ? PhoneNumberError.NotANumber : PhoneNumberError.None;
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
