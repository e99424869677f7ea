using System.Globalization;
using PitWall.Tools.NumberingPlan.Patterns;
using PitWall.Tools.NumberingPlan.Table;

namespace PitWall.Tools.NumberingPlan.Agreement;

/// <summary>
/// Inputs that visit every branch of every pattern of the table, written the ways people write numbers and some that they do not.
/// The same seed gives the same inputs.
/// </summary>
internal sealed class Corpus
{
    private readonly IReadOnlyList<PlanRow> _rows;
    private readonly IReadOnlyList<PlanRow> _regions;
    private readonly Random _random;
    private readonly PatternSampler _sampler;
    private readonly TextSpoiler _spoiler;
    private readonly Dictionary<string, PatternNode> _patterns = [];

    internal Corpus(IReadOnlyList<PlanRow> rows, int seed)
    {
        _rows = rows;
        _regions = [.. rows.Where(row => row.Region != "001")];
        _random = new Random(seed);
        _sampler = new PatternSampler(_random);
        _spoiler = new TextSpoiler(_random);
    }

    /// <summary>The inputs: a region, empty for none, and a text.</summary>
    internal IEnumerable<(string Region, string Text)> Inputs() => _rows.SelectMany(Inputs).Concat(Junk(20_000)).Distinct();

    private IEnumerable<(string Region, string Text)> Inputs(PlanRow row)
    {
        string[] patterns = [row.General, row.LeadingDigits, .. row.Kinds.Select(kind => kind.Pattern)];

        foreach (var pattern in patterns.Where(pattern => pattern.Length > 0))
        {
            foreach (var national in _sampler.Cover(Parse(pattern)).Concat(Enumerable.Range(0, 8).Select(_ => _sampler.Sample(Parse(pattern)))))
            {
                foreach (var input in Written(row, national))
                {
                    yield return input;
                }
            }
        }

        foreach (var prefix in Prefixes(row.NationalPrefix))
        {
            var kind = row.Kinds.Count > 0 ? _sampler.Pick(row.Kinds).Pattern : row.General;
            var national = prefix + _sampler.Sample(Parse(kind));
            yield return (HomeOf(row), national);
            yield return (string.Empty, $"+{row.CallingCode}{national}");
            yield return (HomeOf(row), prefix + Digits(_random.Next(0, 9)));
        }
    }

    private IEnumerable<(string Region, string Text)> Written(PlanRow row, string national)
    {
        var home = HomeOf(row);
        var abroad = _sampler.Pick(_regions);
        var international = $"+{row.CallingCode}{national}";

        yield return (_random.Next(2) == 0 ? string.Empty : abroad.Region, international);
        yield return (home, national);
        yield return (home, _spoiler.Group(_sampler.Pick(Prefixes(row.NationalPrefix)) + national));
        yield return (string.Empty, _spoiler.Dress(_spoiler.Group(_random.Next(3) == 0 ? $"+{row.CallingCode} (0) {national}" : international)));
        yield return (home, $"{row.CallingCode}{national}");
        yield return (abroad.Region, _spoiler.Group($"{_sampler.Pick(Prefixes(abroad.InternationalPrefix))}{row.CallingCode}{national}"));
        yield return (home, _spoiler.Change(national));
        yield return (home, _spoiler.Change(international));
        yield return (home, _spoiler.Dress(_spoiler.Change(_spoiler.Group(national))));
    }

    private IEnumerable<(string Region, string Text)> Junk(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var text = _random.Next(3) switch
            {
                0 => Digits(_random.Next(1, 22)),
                1 => _spoiler.Dress("+" + Digits(_random.Next(1, 20))),
                _ => _spoiler.Noise(_random.Next(1, 24)),
            };
            yield return (_random.Next(6) == 0 ? string.Empty : _sampler.Pick(_regions).Region, text);
        }
    }

    private string HomeOf(PlanRow row) => row.Region == "001" ? _sampler.Pick(_regions).Region : row.Region;

    private IReadOnlyList<string> Prefixes(string pattern) => pattern.Length == 0 ? [string.Empty] : _sampler.Cover(Parse(pattern));

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => _random.Next(10).ToString(CultureInfo.InvariantCulture)));

    private PatternNode Parse(string pattern) =>
        _patterns.TryGetValue(pattern, out var known) ? known : _patterns[pattern] = PatternParser.Parse(pattern);
}
