using System.Globalization;
using PitWall.Tools.NumberingPlan.Patterns;

namespace PitWall.Tools.NumberingPlan.Automaton;

/// <summary>A pattern as a deterministic automaton; state 0 starts, <see cref="Dead"/> never accepts again.</summary>
internal sealed class PatternDfa
{
    internal const int Dead = -1;

    private static readonly Dictionary<(string Pattern, bool IsPrefix), PatternDfa> Known = [];

    private readonly List<int[]> _targets = [];
    private readonly List<bool> _accepts = [];

    private PatternDfa(string pattern, bool isPrefix)
    {
        var nfa = new PatternNfa(PatternParser.Parse(pattern));
        var numbers = new Dictionary<string, int>();
        var open = new Queue<SortedSet<int>>();
        Number(nfa.Start());

        while (open.TryDequeue(out var set))
        {
            var accepts = set.Contains(nfa.Accept);
            var self = _targets.Count;
            _accepts.Add(accepts);
            _targets.Add([.. Enumerable.Range(0, 10).Select(digit => accepts && isPrefix ? self : Number(nfa.Step(set, digit)))]);
        }

        int Number(SortedSet<int> set)
        {
            if (set.Count == 0)
            {
                return Dead;
            }

            var key = string.Join(',', set.Select(state => state.ToString(CultureInfo.InvariantCulture)));

            if (!numbers.TryGetValue(key, out var number))
            {
                number = numbers.Count;
                numbers.Add(key, number);
                open.Enqueue(set);
            }

            return number;
        }
    }

    internal bool Accepts(int state) => state != Dead && _accepts[state];

    internal int Step(int state, int digit) => state == Dead ? Dead : _targets[state][digit];

    /// <summary>The automaton of a pattern that the whole number must match.</summary>
    internal static PatternDfa Whole(string pattern) => Get(pattern, isPrefix: false);

    /// <summary>The automaton of a pattern that the number must start with.</summary>
    internal static PatternDfa Prefix(string pattern) => Get(pattern, isPrefix: true);

    private static PatternDfa Get(string pattern, bool isPrefix)
    {
        if (!Known.TryGetValue((pattern, isPrefix), out var dfa))
        {
            dfa = new PatternDfa(pattern, isPrefix);
            Known.Add((pattern, isPrefix), dfa);
        }

        return dfa;
    }
}
