using PitWall.Tools.NumberingPlan.Patterns;
using static PitWall.Tools.NumberingPlan.Patterns.PatternNode;

namespace PitWall.Tools.NumberingPlan.Agreement;

/// <summary>Makes digits that match a pattern.</summary>
internal sealed class PatternSampler(Random random)
{
    /// <summary>One match.</summary>
    internal string Sample(PatternNode node) => node switch
    {
        Digit digit => $"{Pick(Members(digit.Mask))}",
        Sequence sequence => string.Concat(sequence.Parts.Select(Sample)),
        Choice choice => Sample(Pick(choice.Branches)),
        Repeat repeat => string.Concat(Enumerable.Range(0, random.Next(repeat.Min, repeat.Max + 1)).Select(_ => Sample(repeat.Body))),
        Capture capture => Sample(capture.Body),
        _ => string.Empty,
    };

    /// <summary>As few matches as take every branch, the first and last digit of every class, and every shortest and longest repeat.</summary>
    internal IReadOnlyList<string> Cover(PatternNode node) => node switch
    {
        Digit digit => [$"{Members(digit.Mask)[0]}", $"{Members(digit.Mask)[^1]}"],
        Sequence sequence => CoverSequence(sequence),
        Choice choice => [.. choice.Branches.SelectMany(Cover)],
        Repeat repeat => CoverRepeat(repeat),
        Capture capture => Cover(capture.Body),
        _ => [string.Empty],
    };

    internal T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private IReadOnlyList<string> CoverSequence(Sequence sequence)
    {
        var covers = sequence.Parts.Select(part => (Part: part, Cover: Cover(part))).ToList();
        var count = covers.Count == 0 ? 1 : covers.Max(entry => entry.Cover.Count);

        return [.. Enumerable.Range(0, count).Select(i => string.Concat(covers.Select(entry => i < entry.Cover.Count ? entry.Cover[i] : Sample(entry.Part))))];
    }

    private IReadOnlyList<string> CoverRepeat(Repeat repeat)
    {
        var body = Cover(repeat.Body);

        return
        [
            .. repeat.Max > 0 ? body.Select(first => first + Samples(repeat.Body, repeat.Max - 1)) : [],
            .. repeat.Min < repeat.Max ? new[] { Samples(repeat.Body, repeat.Min) } : [],
        ];
    }

    private string Samples(PatternNode body, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Sample(body)));

    private static List<int> Members(int mask) => [.. Enumerable.Range(0, 10).Where(digit => (mask >> digit & 1) != 0)];
}
