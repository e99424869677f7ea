namespace PitWall.Tools.NumberingPlan.Automaton;

/// <summary>
/// Keeps one node of each kind. Numbers are finite, so the automaton has no cycles, and joining equal nodes from the leaves up
/// gives the minimal one.
/// </summary>
internal sealed class NodePool
{
    private readonly Dictionary<Node, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Signature, Node> _nodes = [];

    /// <summary>The node with this label and these targets; nothing when it leads nowhere and means nothing.</summary>
    internal Node? Get(int label, Node?[] targets)
    {
        if (label == 0 && targets.All(target => target is null))
        {
            return null;
        }

        var signature = new Signature([label, .. targets.Select(target => target is null ? -1 : _numbers[target])]);

        if (!_nodes.TryGetValue(signature, out var node))
        {
            node = new Node(label, targets);
            _nodes.Add(signature, node);
            _numbers.Add(node, _numbers.Count);
        }

        return node;
    }
}
