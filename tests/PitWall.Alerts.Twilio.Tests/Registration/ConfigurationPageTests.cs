using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>docs/configuration.md has every key with its default, its values and its effect, and no other.</summary>
public partial class ConfigurationPageTests
{
    private static readonly Dictionary<string, string[]> Rows = ReadRows();

    public static TheoryData<string> Keys => [.. OptionTree.Leaves.Select(l => l.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Page_EveryOption_HasARowWithItsDefault(string key)
    {
        var leaf = OptionTree.Leaves.Single(l => l.Key == key);

        Rows.Should().ContainKey(Documented(key));
        var row = Rows[Documented(key)];
        row.Should().HaveCount(4).And.OnlyContain(c => c.Length > 0);
        row[1].Should().Be(Default(leaf), $"that is the default of {key}");
        row[3].Should().EndWith(".");
    }

    [Fact]
    public void Page_EveryRow_IsAnOption() =>
        Rows.Keys.Should().BeSubsetOf(OptionTree.Leaves.Select(l => Documented(l.Key)));

    private static string Default(OptionLeaf leaf) => OptionLeaf.Write(
        leaf.Property.DeclaringType == typeof(WhatsAppTemplate)
            ? leaf.Property.GetValue(new WhatsAppTemplate())
            : OptionTree.Get(new PitWallTwilioOptions(), leaf));

    private static string Documented(string key) => TemplateKind().Replace(key, "Text:WhatsAppTemplates:{kind}:");

    private static Dictionary<string, string[]> ReadRows() =>
        RepositoryFile.Read("docs/configuration.md")
            .Split("## All keys")[1]
            .Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | "))
            .ToDictionary(c => c[0].Trim('`'));

    [GeneratedRegex("^Text:WhatsAppTemplates:[^:]+:")]
    private static partial Regex TemplateKind();
}
