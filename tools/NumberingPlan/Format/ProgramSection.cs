using System.Globalization;
using PitWall.Tools.NumberingPlan.Patterns;

namespace PitWall.Tools.NumberingPlan.Format;

/// <summary>Prefix programs and transforms, each kept once. Offset 0 stands for none.</summary>
internal sealed class ProgramSection
{
    private readonly Dictionary<string, int> _offsets = [];

    internal List<ushort> Words { get; } = [0];

    internal (ushort Offset, ushort First) AddPattern(string pattern)
    {
        if (pattern.Length == 0)
        {
            return (0, 0);
        }

        var program = PrefixProgram.Compile(pattern);

        return (Add(pattern, program.Words), (ushort)program.First);
    }

    /// <summary>A transform is digits and then a group, such as <c>9$1</c>.</summary>
    internal ushort AddTransform(string transform)
    {
        if (transform.Length == 0)
        {
            return 0;
        }

        var dollar = transform.IndexOf('$', StringComparison.Ordinal);
        var group = ushort.Parse(transform.AsSpan(dollar + 1), CultureInfo.InvariantCulture);

        return Add(transform, [group, (ushort)dollar, .. transform.Take(dollar).Select(digit => (ushort)(digit - '0'))]);
    }

    private ushort Add(string key, IEnumerable<ushort> words)
    {
        if (!_offsets.TryGetValue(key, out var offset))
        {
            offset = Words.Count;
            _offsets.Add(key, offset);
            Words.AddRange(words);
        }

        return checked((ushort)offset);
    }
}
