using System.Numerics;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// The world's numbering plan: one minimal deterministic automaton over digits. A walk of at most 17 steps, one for each
/// national digit, ends in what the number is. Digits are bytes from 0 to 9.
/// </summary>
internal static class NumberingPlan
{
    /// <summary>The code that a number with its calling code starts with.</summary>
    internal static PlanCode CodeOf(ReadOnlySpan<byte> digits)
    {
        // Fewer than three digits are filled up with zeros, which must not complete a code.
        var prefix = digits.Length >= 3
            ? (digits[0] * 100) + (digits[1] * 10) + digits[2]
            : (digits.Length > 0 ? digits[0] * 100 : 0) + (digits.Length > 1 ? digits[1] * 10 : 0);
        var code = new PlanCode(PlanResource.Prefixes[prefix]);

        return code.Digits <= digits.Length ? code : default;
    }

    /// <summary>What national digits are, from a start of the plan on. 0 for nothing.</summary>
    internal static int Walk(int start, ReadOnlySpan<byte> digits)
    {
        var branches = PlanResource.Branches.Span;
        var state = start;

        for (var i = 0; i < digits.Length; i++)
        {
            if (state >= TailBit)
            {
                return TailLabel(state, digits.Length - i);
            }

            state = branches[(state * 10) + digits[i]];
        }

        return state >= TailBit ? TailLabel(state, 0) : PlanResource.Labels[state];
    }

    /// <summary>What a national number under a calling code is.</summary>
    internal static PlanEntry Find(PlanCode code, ReadOnlySpan<byte> national) =>
        code.IsNone ? PlanEntry.Unassigned : new PlanEntry(code, Walk(code.Start, national), national.Length);

    /// <summary>What an E.164 number is.</summary>
    internal static PlanEntry Find(ulong number)
    {
        if (number == 0)
        {
            return default;
        }

        Span<byte> buffer = stackalloc byte[DecimalDigits.MaxCount];
        var digits = DecimalDigits.Split(number, buffer);
        var code = CodeOf(digits);

        return Find(code, digits[code.Digits..]);
    }

    private static int TailLabel(int state, int remaining)
    {
        var tail = PlanResource.Tails.Span.Slice((state & ~TailBit) * (int)TailField.Count, (int)TailField.Count);
        var lengths = tail[(int)TailField.Lengths] | (uint)tail[(int)TailField.LengthsHigh] << 16;

        return remaining < 32 && (lengths >> remaining & 1) != 0
            ? PlanResource.TailLabels[tail[(int)TailField.Labels] + BitOperations.PopCount(lengths & ((1u << remaining) - 1))]
            : 0;
    }
}
