using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Matches prefixes with a small backtracking machine: the patterns are short and bounded.</summary>
internal static class PrefixMatcher
{
    /// <summary>Whether a prefix that is not empty can stand at the start, by the first digit alone.</summary>
    internal static bool CanMatch(int firstDigits, ReadOnlySpan<byte> digits) => !digits.IsEmpty && (firstDigits >> digits[0] & 1) != 0;

    /// <summary>Matches a prefix at the start of digits.</summary>
    /// <param name="program">Where the prefix's program starts.</param>
    /// <param name="digits">The digits.</param>
    /// <param name="match">What was matched.</param>
    /// <returns>Whether it matches.</returns>
    internal static bool TryMatch(int program, ReadOnlySpan<byte> digits, out PrefixMatch match)
    {
        match = default;

        return Run(NumberingPlan.Programs[program..], 0, digits, 0, ref match);
    }

    private static bool Run(ReadOnlySpan<ushort> program, int at, ReadOnlySpan<byte> digits, int position, ref PrefixMatch match)
    {
        while (true)
        {
            var word = program[at++];
            var operand = word & OperandMask;

            switch ((Op)(word >> OpShift))
            {
                case Op.Digit:
                    if (position >= digits.Length || (operand >> digits[position] & 1) == 0)
                    {
                        return false;
                    }

                    position++;
                    break;
                case Op.Split:
                    var saved = match;

                    if (Run(program, at, digits, position, ref match))
                    {
                        return true;
                    }

                    match = saved;
                    at = operand;
                    break;
                case Op.Jump:
                    at = operand;
                    break;
                case Op.Save:
                    match.Save(operand, position);
                    break;
                case Op.End:
                    if (position != digits.Length)
                    {
                        return false;
                    }

                    break;
                default:
                    match.Length = position;

                    return true;
            }
        }
    }
}
