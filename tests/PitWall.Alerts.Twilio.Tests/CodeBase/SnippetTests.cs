using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>What the pages show compiles.</summary>
public partial class SnippetTests
{
    /// <summary>What <c>dotnet new xunit</c> brings: the SDK's implicit usings, and xunit's.</summary>
    private static readonly string[] NewTestProject =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "Xunit"];

    public static TheoryData<string> Snippets => [.. Snippet.All.Where(s => s.Excuse is null).Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippet_EveryBlock_Compiles(string at)
    {
        var snippet = Snippet.All.Single(s => s.ToString() == at);

        SnippetCompiler.Errors(snippet.Code).Should().BeEmpty();
    }

    [Fact]
    public void Snippet_ReadmeTesting_CompilesInANewTestProject()
    {
        var snippet = Snippet.All.Single(s => s.Page == "README.md" && s.Code.Contains("TwilioSandbox"));

        SnippetCompiler.Errors(snippet.Code, NewTestProject).Should().BeEmpty();
    }

    [Fact]
    public void Snippet_TestingPage_NeedsOnlyTheUsingsThatThePageNames()
    {
        var named = NamedUsing().Matches(RepositoryFile.Read("docs/testing.md")).Select(m => m.Groups[1].Value).Distinct();
        var namespaces = NewTestProject.Union(named).ToList();

        var errors = Snippet.All.Where(s => s.Page == "docs/testing.md").SelectMany(s => SnippetCompiler.Errors(s.Code, namespaces).Select(e => $"{s}: {e}"));

        errors.Should().BeEmpty();
    }

    [Fact]
    public void Snippet_NotCompiled_SaysWhy() =>
        Snippet.All.Where(s => s.Excuse is { Length: < 10 }).Should().BeEmpty();

    [Fact]
    public void Snippet_Readme_HasItsQuickStart() => Snippet.All.Should().Contain(s => s.Page == "README.md" && s.Code.Contains("AddPitWallTwilio"));

    [Theory]
    [InlineData("await alerts.SendStrategyAlertAsync(alert, phone, ct);", true)]
    [InlineData("var phone = 7; Console.WriteLine(phone + 1);", true)]
    [InlineData("public sealed class Nothing;", true)]
    [InlineData("await alerts.SendSmokeSignalAsync(alert, phone, ct);", false)]
    [InlineData("await alerts.SendStrategyAlertAsync(alert, phone, ct)", false)]
    [InlineData("public sealed class Broken : INothing;", false)]
    public void Errors_KnownBlocks_AreToldApart(string code, bool compiles) =>
        SnippetCompiler.Errors(code).Any().Should().Be(!compiles);

    [GeneratedRegex("`using ([A-Za-z.]+);`")]
    private static partial Regex NamedUsing();
}
