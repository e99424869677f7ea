using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>docs/security.md names tests as its proof: they are there.</summary>
public partial class SecurityPageTests
{
    [Fact]
    public void Page_EveryTestItNames_Exists()
    {
        var written = Directory.EnumerateFiles(RepositoryFile.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(path => Method().Matches(File.ReadAllText(path)).Select(m => $"{Path.GetFileNameWithoutExtension(path)}.{m.Groups[1].Value}"))
            .ToHashSet(StringComparer.Ordinal);

        var named = Named().Matches(RepositoryFile.Read("docs/security.md")).Select(m => m.Groups[1].Value).ToList();

        named.Should().HaveCountGreaterThan(30).And.BeSubsetOf(written);
    }

    [GeneratedRegex(@"`([A-Za-z0-9]+Tests\.[A-Za-z0-9_]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"public (?:async )?(?:Task|void) ([A-Za-z0-9_]+)\(")]
    private static partial Regex Method();
}
