using PitWall.Tools.NumberingPlan.Patterns;
using static PitWall.Tools.NumberingPlan.Patterns.PatternNode;

namespace PitWall.Tools.NumberingPlan.Automaton;

/// <summary>A pattern as a nondeterministic automaton (Thompson's construction); state 0 starts.</summary>
internal sealed class PatternNfa
{
    private readonly List<List<int>> _silent = [];
    private readonly List<(int Mask, int Target)?> _edges = [];

    internal PatternNfa(PatternNode pattern)
    {
        var start = NewState();
        Accept = Add(pattern, start);
    }

    internal int Accept { get; }

    /// <summary>The set of states reached from the start without reading a digit.</summary>
    internal SortedSet<int> Start() => Close([0]);

    /// <summary>The set of states reached from a set by one digit.</summary>
    internal SortedSet<int> Step(IEnumerable<int> states, int digit) =>
        Close(states.Select(state => _edges[state]).Where(edge => edge is { } e && (e.Mask >> digit & 1) != 0).Select(edge => edge!.Value.Target));

    private int Add(PatternNode node, int from) => node switch
    {
        Digit digit => AddDigit(digit, from),
        Sequence sequence => sequence.Parts.Aggregate(from, (at, part) => Add(part, at)),
        Choice choice => AddChoice(choice, from),
        Repeat repeat => AddRepeat(repeat, from),
        Capture capture => Add(capture.Body, from),
        _ => throw new NotSupportedException($"{node} has no place in a pattern of whole numbers."),
    };

    private int AddDigit(Digit digit, int from)
    {
        // An edge needs a state of its own: the one it leaves may have silent moves already.
        var source = NewState();
        var target = NewState();
        _silent[from].Add(source);
        _edges[source] = (digit.Mask, target);

        return target;
    }

    private int AddChoice(Choice choice, int from)
    {
        var end = NewState();

        foreach (var branch in choice.Branches)
        {
            var start = NewState();
            _silent[from].Add(start);
            _silent[Add(branch, start)].Add(end);
        }

        return end;
    }

    private int AddRepeat(Repeat repeat, int from)
    {
        var end = NewState();
        var at = from;

        for (var i = 0; i < repeat.Max; i++)
        {
            if (i >= repeat.Min)
            {
                _silent[at].Add(end);
            }

            at = Add(repeat.Body, at);
        }

        _silent[at].Add(end);

        return end;
    }

    private int NewState()
    {
        _silent.Add([]);
        _edges.Add(null);

        return _edges.Count - 1;
    }

    private SortedSet<int> Close(IEnumerable<int> states)
    {
        var closed = new SortedSet<int>(states);
        var open = new Stack<int>(closed);

        while (open.TryPop(out var state))
        {
            foreach (var next in _silent[state])
            {
                if (closed.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return closed;
    }
}
