namespace PitWall.Tools.NumberingPlan.Automaton;

/// <summary>A state of the minimal automaton: what a number that ends here is, and where each digit leads.</summary>
internal sealed class Node(int label, Node?[] targets)
{
    /// <summary>What a number that ends here is, as <c>PlanLayout</c> packs it; 0 for nothing.</summary>
    internal int Label { get; } = label;

    /// <summary>Ten targets; <see langword="null"/> where no number goes on.</summary>
    internal IReadOnlyList<Node?> Targets { get; } = targets;

    /// <summary>Whether only the count of the remaining digits matters from here on, not which they are.</summary>
    internal bool IsTail { get; } = targets.All(target => ReferenceEquals(target, targets[0])) && targets[0]?.IsTail != false;
}
