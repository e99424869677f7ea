namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>One top-level type a file, named after it, and no file that nobody can read at once.</summary>
public class FileRulesTests
{
    private const int LongestFile = 300;

    [Fact]
    public void Files_EveryOne_HoldsOneTypeOfItsName()
    {
        var wrong = SourceTree.OfAll
            .Where(f => f.Types.Any())
            .Where(f => f.Types.Count() != 1 || Path.GetFileNameWithoutExtension(f.Path).Split('.')[0] != SourceFile.NameOf(f.Types.Single()))
            .Select(f => f.Path);

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Files_EveryOne_IsShort() =>
        SourceTree.OfAll
            .Where(f => f.Root.GetText().Lines.Count > LongestFile)
            .Select(f => f.Path)
            .Should().BeEmpty();

    [Fact]
    public void Files_NoName_SaysNothing() =>
        SourceTree.OfAll
            .Select(f => Path.GetFileNameWithoutExtension(f.Path))
            .Where(n => n.EndsWith("Utils", StringComparison.Ordinal) || n.EndsWith("Helper", StringComparison.Ordinal)
                || n.EndsWith("Helpers", StringComparison.Ordinal) || n.EndsWith("Manager", StringComparison.Ordinal) || n.EndsWith("Impl", StringComparison.Ordinal))
            .Should().BeEmpty();
}
