namespace PitWall.Tools.NumberingPlan.Patterns;

/// <summary>A pattern of the table as a tree. The table uses digits, classes, groups, alternation, bounded repeats and <c>$</c>.</summary>
internal abstract record PatternNode
{
    /// <summary>One digit of a set; bit n stands for digit n.</summary>
    internal sealed record Digit(int Mask) : PatternNode;

    /// <summary>One after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of several, the earlier preferred.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Branches) : PatternNode;

    /// <summary>The same several times, more preferred.</summary>
    internal sealed record Repeat(PatternNode Body, int Min, int Max) : PatternNode;

    /// <summary>A group whose text is remembered.</summary>
    internal sealed record Capture(int Index, PatternNode Body) : PatternNode;

    /// <summary>The end of the number.</summary>
    internal sealed record End : PatternNode;
}
