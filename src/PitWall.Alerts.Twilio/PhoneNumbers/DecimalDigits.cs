using System.Numerics;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Up to 19 decimal digits held as one number.</summary>
internal static class DecimalDigits
{
    internal const int MaxCount = 20;

    private const ulong EightDigits = 100_000_000;

    private static readonly ulong[] PowersOfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>The number of digits; 0 for 0. 1233/4096 is a little under log10(2), so the estimate is one too low at most.</summary>
    internal static int Count(ulong digits)
    {
        if (digits == 0)
        {
            return 0;
        }

        var estimate = ((BitOperations.Log2(digits) + 1) * 1233) >> 12;

        return estimate + (digits >= PowersOfTen[estimate] ? 1 : 0);
    }

    /// <summary>Puts digits, as bytes from 0 to 9, behind a number.</summary>
    internal static ulong Join(int start, ReadOnlySpan<byte> digits)
    {
        var number = (ulong)start;

        foreach (var digit in digits)
        {
            number = (number * 10) + digit;
        }

        return number;
    }

    /// <summary>Writes the digits as bytes from 0 to 9 to the end of a buffer and gives that part.</summary>
    internal static Span<byte> Split(ulong digits, Span<byte> buffer)
    {
        var start = buffer.Length;

        // Division of 32 bits is several times as fast, and eight digits fit.
        for (; digits >= EightDigits; start -= 8)
        {
            (digits, var low) = Math.DivRem(digits, EightDigits);
            Split((uint)low, buffer.Slice(start - 8, 8));
        }

        var rest = Count(digits);
        Split((uint)digits, buffer.Slice(start - rest, rest));

        return buffer[(start - rest)..];
    }

    private static void Split(uint digits, Span<byte> buffer)
    {
        for (var i = buffer.Length - 1; i >= 0; i--)
        {
            (digits, var digit) = Math.DivRem(digits, 10);
            buffer[i] = (byte)digit;
        }
    }

    /// <summary>Compares as the digits' texts would compare, digit by digit from the left.</summary>
    internal static int CompareAsText(ulong left, ulong right)
    {
        var leftCount = Count(left);
        var rightCount = Count(right);
        var common = Math.Min(leftCount, rightCount);

        var order = (left / PowersOfTen[leftCount - common]).CompareTo(right / PowersOfTen[rightCount - common]);

        return order != 0 ? order : leftCount.CompareTo(rightCount);
    }
}
