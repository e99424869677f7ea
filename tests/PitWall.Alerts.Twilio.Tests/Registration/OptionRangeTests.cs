using System.Globalization;
using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>What docs/configuration.md says a key takes is what it takes: both ends of its range, and nothing beyond them.</summary>
public partial class OptionRangeTests
{
    private static readonly Dictionary<string, Match> Ranges = Read();

    public static TheoryData<string> Keys => [.. Ranges.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Page_RangeOfAnOption_IsWhatIsTaken(string key)
    {
        var type = OptionTree.Leaves.Single(l => l.Key == key).ValueType;
        var (least, most) = (Ranges[key].Groups["least"].Value, Ranges[key].Groups["most"].Value);

        Problems(key, Value(type, least, 0)).Should().BeEmpty($"{key} may be {least}");
        Problems(key, Value(type, most, 0)).Should().BeEmpty($"{key} may be {most}");
        Problems(key, Value(type, least, -1)).Should().ContainSingle($"{key} is at least {least}");
        Problems(key, Value(type, most, 1)).Should().ContainSingle($"{key} is at most {most}");
    }

    [Fact]
    public void Page_NumbersAndTimes_HaveARange() =>
        OptionTree.Leaves
            .Where(l => !l.IsList && (l.ValueType == typeof(TimeSpan) || l.ValueType == typeof(int) || l.ValueType == typeof(double)))
            .Select(l => l.Key).Should().BeSubsetOf(Ranges.Keys);

    /// <summary>What is wrong with a key; other keys that are compared with it have a say of their own.</summary>
    private static IEnumerable<string> Problems(string key, string value)
    {
        var keys = Bound.Whole();
        keys["PitWall:Twilio:" + key] = value;
        return Bound.Failures(keys).Where(f => f.StartsWith($"PitWall:Twilio:{key} ", StringComparison.Ordinal));
    }

    /// <summary>An end of a range, or the value next to it, as a configuration writes it.</summary>
    private static string Value(Type type, string end, int step)
    {
        if (type == typeof(TimeSpan))
            return new TimeSpan(Time(end).Ticks + step).ToString("c", CultureInfo.InvariantCulture);

        var number = double.Parse(end, NumberStyles.Number, CultureInfo.InvariantCulture);
        return type == typeof(double)
            ? (step < 0 ? double.BitDecrement(number) : step > 0 ? double.BitIncrement(number) : number).ToString("R", CultureInfo.InvariantCulture)
            : ((long)number + step).ToString(CultureInfo.InvariantCulture);
    }

    private static TimeSpan Time(string end)
    {
        // The end of some ranges is another key, at its default.
        if (end.StartsWith('`'))
            return end == "`BackoffBase`" ? new TransmitOptions().BackoffBase : new PollingOptions().FirstAfter;

        var (number, unit) = end.Split(' ') is [var n, var u] ? (n, u) : (end, "s");
        return double.Parse(number, CultureInfo.InvariantCulture) * unit switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "min" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "day" or "days" => TimeSpan.FromDays(1),
            _ => throw new InvalidDataException(end),
        };
    }

    private static Dictionary<string, Match> Read()
    {
        var rows = RepositoryFile.Read("docs/configuration.md")
            .Split("## All keys")[1]
            .Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | "));

        // The length of a text is a range of another kind.
        return rows.Where(c => !c[2].Contains("character", StringComparison.Ordinal))
            .Select(c => (Key: c[0].Trim('`'), Range: Range().Match(c[2])))
            .Where(r => r.Range.Success && OptionTree.Leaves.Any(l => l.Key == r.Key && !l.IsList))
            .ToDictionary(r => r.Key, r => r.Range);
    }

    [GeneratedRegex(@"(?<least>`\w+`|[\d,.]*\d(?: (?:ms|s|min|h|days?)\b)?)(?: \([^)]*\))? to (?<most>[\d,.]*\d(?: (?:ms|s|min|h|days?)\b)?)")]
    private static partial Regex Range();
}
