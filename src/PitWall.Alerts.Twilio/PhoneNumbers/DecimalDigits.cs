using System.Numerics;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Up to 19 decimal digits held as one number.</summary>
internal static class DecimalDigits
{
    internal static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>The number of digits; 0 for 0. 1233/4096 is a little over log10(2), so the estimate is one too high at most.</summary>
    internal static int Count(ulong digits)
    {
        if (digits == 0)
        {
            return 0;
        }

        var estimate = ((BitOperations.Log2(digits) + 1) * 1233) >> 12;

        return estimate + (digits >= PowersOfTen[estimate] ? 1 : 0);
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
