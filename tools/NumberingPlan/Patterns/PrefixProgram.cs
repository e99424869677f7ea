using PitWall.Alerts.Twilio.PhoneNumbers;
using static PitWall.Tools.NumberingPlan.Patterns.PatternNode;

namespace PitWall.Tools.NumberingPlan.Patterns;

/// <summary>A prefix pattern as instructions of a small backtracking matcher.</summary>
internal sealed class PrefixProgram
{
    private readonly List<ushort> _words = [];

    private PrefixProgram(PatternNode pattern)
    {
        Emit(pattern);
        Emit(PlanLayout.Op.Match, 0);
        First = FirstDigits(pattern, out _);
    }

    internal IReadOnlyList<ushort> Words => _words;

    /// <summary>The digits a match that is not empty can start with; bit n stands for digit n.</summary>
    internal int First { get; }

    internal static PrefixProgram Compile(string pattern) => new(PatternParser.Parse(pattern));

    private void Emit(PatternNode node)
    {
        switch (node)
        {
            case Digit digit:
                Emit(PlanLayout.Op.Digit, digit.Mask);
                break;
            case Sequence sequence:
                foreach (var part in sequence.Parts)
                {
                    Emit(part);
                }

                break;
            case Choice choice:
                EmitChoice(choice);
                break;
            case Repeat repeat:
                EmitRepeat(repeat);
                break;
            case Capture capture:
                Emit(PlanLayout.Op.Save, capture.Index * 2);
                Emit(capture.Body);
                Emit(PlanLayout.Op.Save, (capture.Index * 2) + 1);
                break;
            default:
                Emit(PlanLayout.Op.End, 0);
                break;
        }
    }

    private void EmitChoice(Choice choice)
    {
        var jumps = new List<int>();

        foreach (var branch in choice.Branches.SkipLast(1))
        {
            var split = Emit(PlanLayout.Op.Split, 0);
            Emit(branch);
            jumps.Add(Emit(PlanLayout.Op.Jump, 0));
            Patch(split);
        }

        Emit(choice.Branches[^1]);
        jumps.ForEach(Patch);
    }

    private void EmitRepeat(Repeat repeat)
    {
        var splits = new List<int>();

        for (var i = 0; i < repeat.Max; i++)
        {
            if (i >= repeat.Min)
            {
                splits.Add(Emit(PlanLayout.Op.Split, 0));
            }

            Emit(repeat.Body);
        }

        splits.ForEach(Patch);
    }

    private int Emit(PlanLayout.Op op, int operand)
    {
        _words.Add((ushort)((int)op << PlanLayout.OpShift | operand));

        return _words.Count - 1;
    }

    private void Patch(int at)
    {
        if (_words.Count > PlanLayout.OperandMask)
        {
            throw new NotSupportedException("A prefix pattern is too long for the operand of a jump.");
        }

        _words[at] |= (ushort)_words.Count;
    }

    private static int FirstDigits(PatternNode node, out bool canBeEmpty)
    {
        canBeEmpty = false;

        switch (node)
        {
            case Digit digit:
                return digit.Mask;
            case Capture capture:
                return FirstDigits(capture.Body, out canBeEmpty);
            case Repeat repeat:
                var body = FirstDigits(repeat.Body, out var bodyEmpty);
                canBeEmpty = bodyEmpty || repeat.Min == 0;

                return body;
            case Choice choice:
                var any = 0;

                foreach (var branch in choice.Branches)
                {
                    any |= FirstDigits(branch, out var branchEmpty);
                    canBeEmpty |= branchEmpty;
                }

                return any;
            case Sequence sequence:
                var first = 0;
                canBeEmpty = true;

                foreach (var part in sequence.Parts)
                {
                    first |= FirstDigits(part, out canBeEmpty);

                    if (!canBeEmpty)
                    {
                        break;
                    }
                }

                return first;
            default:
                canBeEmpty = true;

                return 0;
        }
    }
}
