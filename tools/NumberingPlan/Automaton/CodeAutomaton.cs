using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.PhoneNumbers;
using PitWall.Tools.NumberingPlan.Table;

namespace PitWall.Tools.NumberingPlan.Automaton;

/// <summary>All patterns of all regions of one calling code, walked together and joined into nodes of a shared pool.</summary>
internal sealed class CodeAutomaton
{
    // PhoneNumberUtil.MAX_LENGTH_FOR_NSN: no national number is longer, so nothing is worth knowing about one.
    private const int LongestNational = 17;

    private readonly RegionPatterns[] _regions;
    private readonly int[] _numbers;
    private readonly int[] _offsets;
    private readonly NodePool _pool;
    private readonly Dictionary<Signature, Node?> _done = [];

    /// <param name="rows">The regions in libphonenumber's order.</param>
    /// <param name="regionNumbers">The number of each region in the plan.</param>
    /// <param name="pool">Where nodes are shared.</param>
    internal CodeAutomaton(IReadOnlyList<PlanRow> rows, IReadOnlyList<int> regionNumbers, NodePool pool)
    {
        _regions = [.. rows.Select(row => new RegionPatterns(row, rows.Count == 1))];
        _numbers = [.. regionNumbers];
        _pool = pool;
        _offsets = new int[_regions.Length + 1];

        for (var i = 0; i < _regions.Length; i++)
        {
            _offsets[i + 1] = _offsets[i] + _regions[i].Count;
        }
    }

    internal Node? Build()
    {
        var start = new int[_offsets[^1] + 1];
        ForEachSlot((region, slot, at) => start[at] = _regions[region].Start(slot));

        return Build(start, 0);
    }

    private Node? Build(int[] states, int depth)
    {
        states[^1] = depth;
        Prune(states, depth);
        var key = new Signature(states);

        if (_done.TryGetValue(key, out var known))
        {
            return known;
        }

        var targets = new Node?[10];

        if (states.AsSpan(0, states.Length - 1).ContainsAnyExcept(PatternDfa.Dead))
        {
            for (var digit = 0; digit < 10; digit++)
            {
                var next = new int[states.Length];
                ForEachSlot((region, slot, at) => next[at] = _regions[region].Step(slot, states[at], digit));
                targets[digit] = Build(next, depth + 1);
            }
        }

        var node = _pool.Get(LabelOf(states, depth), targets);
        _done.Add(key, node);

        return node;
    }

    // What can no longer change an answer is dropped, so that equal futures look equal early.
    private void Prune(int[] states, int depth)
    {
        for (var region = 0; region < _regions.Length; region++)
        {
            var own = States(states, region);
            var isPast = depth > LongestNational;

            if (isPast)
            {
                own[RegionPatterns.Leading] = PatternDfa.Dead;
            }

            var isOut = _regions[region].HasLeadingDigits && own[RegionPatterns.Leading] == PatternDfa.Dead;

            if (isPast || isOut || own[RegionPatterns.General] == PatternDfa.Dead)
            {
                own[(RegionPatterns.Leading + 1)..].Fill(PatternDfa.Dead);
            }

            // Only the main region's general pattern is a question of its own.
            if (region > 0 && !own[(RegionPatterns.Leading + 1)..].ContainsAnyExcept(PatternDfa.Dead))
            {
                own[RegionPatterns.General] = PatternDfa.Dead;
            }
        }
    }

    // The region as PhoneNumberUtil.getRegionCodeForNumber finds it, then its kind.
    private int LabelOf(int[] states, int depth)
    {
        var general = _regions[0].Accepts(RegionPatterns.General, states[RegionPatterns.General]);

        for (var region = 0; region < _regions.Length; region++)
        {
            var own = States(states, region);
            var kind = _regions[region].KindOf(own, depth);
            var isIt = _regions[region].HasLeadingDigits
                ? _regions[region].Accepts(RegionPatterns.Leading, own[RegionPatterns.Leading])
                : kind != PhoneNumberKind.Unknown;

            if (isIt)
            {
                return Label(_numbers[region], kind, general);
            }
        }

        return Label(0, PhoneNumberKind.Unknown, general);
    }

    private static int Label(int region, PhoneNumberKind kind, bool isGeneral) =>
        region << PlanLayout.RegionShift | (int)kind << PlanLayout.KindShift | (isGeneral ? PlanLayout.GeneralBit : 0);

    private Span<int> States(int[] states, int region) => states.AsSpan(_offsets[region], _offsets[region + 1] - _offsets[region]);

    private void ForEachSlot(Action<int, int, int> action)
    {
        for (var region = 0; region < _regions.Length; region++)
        {
            for (var slot = 0; slot < _regions[region].Count; slot++)
            {
                action(region, slot, _offsets[region] + slot);
            }
        }
    }
}
