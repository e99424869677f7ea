using PitWall.Alerts.Twilio.PhoneNumbers;
using PitWall.Tools.NumberingPlan.Automaton;

namespace PitWall.Tools.NumberingPlan.Format;

/// <summary>Numbers the states of the automaton and lays them out: branching states as rows of ten, tails as sets of lengths.</summary>
internal sealed class StateSection
{
    private readonly Dictionary<Node, int> _branchNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, int> _tailNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<Node> _branches = [];

    // The dead state comes first, so that a walk can stay in it.
    internal List<ushort> Branches { get; } = [.. new ushort[10]];

    internal List<ushort> Labels { get; } = [0];

    internal List<TailRecord> Tails { get; } = [];

    internal List<ushort> TailLabels { get; } = [];

    internal ushort Number(Node? node)
    {
        if (node is null)
        {
            return 0;
        }

        if (node.IsTail)
        {
            return (ushort)(PlanLayout.TailBit | NumberTail(node));
        }

        if (!_branchNumbers.TryGetValue(node, out var number))
        {
            number = _branches.Count + 1;
            _branchNumbers.Add(node, number);
            _branches.Add(node);
        }

        return number < PlanLayout.TailBit ? (ushort)number : throw new NotSupportedException("Too many states for 15 bits.");
    }

    /// <summary>Lays out every state that a numbered one leads to, breadth first.</summary>
    internal void LayOut()
    {
        for (var i = 0; i < _branches.Count; i++)
        {
            Labels.Add((ushort)_branches[i].Label);
            Branches.AddRange(_branches[i].Targets.Select(Number));
        }
    }

    private int NumberTail(Node node)
    {
        if (!_tailNumbers.TryGetValue(node, out var number))
        {
            number = _tailNumbers.Count;
            _tailNumbers.Add(node, number);
            AddTail(node);
        }

        return number < PlanLayout.TailBit ? number : throw new NotSupportedException("Too many tails for 15 bits.");
    }

    private void AddTail(Node node)
    {
        var labels = new List<ushort>();
        var lengths = 0u;

        for (var (at, length) = (node, 0); at is not null; (at, length) = (at.Targets[0], length + 1))
        {
            if (at.Label != 0)
            {
                lengths |= 1u << length;
                labels.Add((ushort)at.Label);
            }
        }

        Tails.Add(new TailRecord { Lengths = lengths, Labels = (uint)FindOrAdd(labels) });
    }

    private int FindOrAdd(List<ushort> labels)
    {
        for (var at = 0; at + labels.Count <= TailLabels.Count; at++)
        {
            if (TailLabels.Slice(at, labels.Count).SequenceEqual(labels))
            {
                return at;
            }
        }

        TailLabels.AddRange(labels);

        return TailLabels.Count - labels.Count;
    }
}
