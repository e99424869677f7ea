using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>A pattern that may stand in front of a number. Matched by a small backtracking machine: the patterns are short and bounded.</summary>
/// <param name="Program">Where its program starts; 0 for no pattern.</param>
/// <param name="FirstDigits">The digits a match that is not empty can start with; bit n stands for digit n.</param>
internal readonly record struct PrefixRule(int Program, int FirstDigits)
{
    internal bool IsNone => Program == 0;

    /// <summary>Whether anything but an empty match is possible, by the first digit alone.</summary>
    internal bool CanMatch(ReadOnlySpan<byte> digits) => !digits.IsEmpty && (FirstDigits >> digits[0] & 1) != 0;

    /// <summary>Matches at the start of digits.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="match">What was matched.</param>
    /// <returns>Whether it matches.</returns>
    internal bool TryMatch(ReadOnlySpan<byte> digits, out PrefixMatch match)
    {
        match = default;

        return !IsNone && Run(PlanResource.Programs.Span[Program..], 0, digits, 0, ref match);
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
                    match = match.Save(operand, position);
                    break;
                case Op.End:
                    if (position != digits.Length)
                    {
                        return false;
                    }

                    break;
                default:
                    match = match with { Length = position };

                    return true;
            }
        }
    }
}
