namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>What the pages show compiles.</summary>
public class SnippetTests
{
    public static TheoryData<string> Snippets => [.. Snippet.All.Where(s => s.Excuse is null).Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippet_EveryBlock_Compiles(string at)
    {
        var snippet = Snippet.All.Single(s => s.ToString() == at);

        SnippetCompiler.Errors(snippet.Code).Should().BeEmpty();
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
}
