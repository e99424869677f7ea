using PitWall.Alerts.Twilio;
using PitWall.Tools.NumberingPlan.Table;

namespace PitWall.Tools.NumberingPlan.Automaton;

/// <summary>The automata of one region, asked together: slot 0 general, slot 1 leading digits, then the kinds.</summary>
internal sealed class RegionPatterns
{
    internal const int General = 0;
    internal const int Leading = 1;
    private const int FirstKind = 2;

    private readonly PlanRow _row;
    private readonly PatternDfa?[] _automata;

    /// <param name="row">The region.</param>
    /// <param name="isAlone">Whether no other region shares its code: then its leading digits decide nothing.</param>
    internal RegionPatterns(PlanRow row, bool isAlone)
    {
        _row = row;
        _automata =
        [
            PatternDfa.Whole(row.General),
            row.LeadingDigits.Length > 0 && !isAlone ? PatternDfa.Prefix(row.LeadingDigits) : null,
            .. row.Kinds.Select(kind => PatternDfa.Whole(kind.Pattern)),
        ];
    }

    internal int Count => _automata.Length;

    internal bool HasLeadingDigits => _automata[Leading] is not null;

    internal int Start(int slot) => _automata[slot] is null ? PatternDfa.Dead : 0;

    internal int Step(int slot, int state, int digit) => _automata[slot]?.Step(state, digit) ?? PatternDfa.Dead;

    internal bool Accepts(int slot, int state) => _automata[slot]?.Accepts(state) == true;

    /// <summary>The kind of a number of this region, as <c>PhoneNumberUtil.getNumberTypeHelper</c> finds it.</summary>
    internal PhoneNumberKind KindOf(ReadOnlySpan<int> states, int length)
    {
        if (!Accepts(General, states[General]) || !Has(_row.Lengths, length))
        {
            return PhoneNumberKind.Unknown;
        }

        var found = PhoneNumberKind.Unknown;

        for (var i = 0; i < _row.Kinds.Count; i++)
        {
            if (Has(_row.Kinds[i].Lengths, length) && Accepts(FirstKind + i, states[FirstKind + i]))
            {
                if (_row.Kinds[i].Kind is not (PhoneNumberKind.FixedLine or PhoneNumberKind.Mobile))
                {
                    return _row.Kinds[i].Kind;
                }

                found = found == PhoneNumberKind.FixedLine ? PhoneNumberKind.FixedLineOrMobile : _row.Kinds[i].Kind;
            }
        }

        return found;
    }

    private static bool Has(int lengths, int length) => length < 32 && (lengths >> length & 1) != 0;
}
