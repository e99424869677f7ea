using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Testing.Tests.Docs;

/// <summary>docs/testing.md shows only code that is compiled and run.</summary>
public partial class TestingPageTests
{
    [Fact]
    public void Page_EveryExample_IsARegionOfTestingExamples()
    {
        var examples = RegionsOf("TestingExamples.cs");
        var shown = Blocks().Matches(Read("docs/testing.md")).Select(static match => match.Groups[1].Value.Trim('\n')).ToList();

        shown.Should().NotBeEmpty().And.BeSubsetOf(examples);
        examples.Should().BeSubsetOf(shown);
    }

    /// <summary>What stands in the regions of a file beside this one.</summary>
    internal static List<string> RegionsOf(string file) =>
        [.. Region().Matches(Read($"tests/PitWall.Alerts.Twilio.Testing.Tests/Docs/{file}")).Select(static match => Unindent(match.Groups[1].Value))];

    internal static string Read(string file) => File.ReadAllText(Path.Combine(Root(), file)).ReplaceLineEndings("\n");

    private static string Unindent(string code)
    {
        var lines = code.Trim('\n').Split('\n');
        var indent = lines.Where(static line => line.Trim().Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line.Trim())).Trim('\n');
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PitWall.Alerts.Twilio.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("#region [^\n]*\n(.*?)\n *#endregion", RegexOptions.Singleline)]
    private static partial Regex Region();
}
