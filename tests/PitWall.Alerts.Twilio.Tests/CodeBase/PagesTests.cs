using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>A reader of the README finds every page, and no link leads nowhere.</summary>
public partial class PagesTests
{
    private const int LongestReadme = 250;

    private static IEnumerable<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFile.Root, "*.md").Select(path => Path.GetFileName(path)),
        .. Directory.EnumerateFiles(RepositoryFile.PathOf("docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path)),
        .. Packages.All.Select(package => $"src/{package.GetName().Name}/README.md"),
    ];

    [Fact]
    public void Readme_EveryPageOfDocs_IsLinked() =>
        LinksOf("README.md").Should().Contain(Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal)));

    [Fact]
    public void Readme_IsShort() => RepositoryFile.Read("README.md").Split('\n').Should().HaveCountLessThan(LongestReadme);

    [Fact]
    public void Links_EveryOneWithinTheRepository_LeadsSomewhere()
    {
        var dead = Pages.SelectMany(page => LinksOf(page).Where(target => !Exists(target)).Select(target => $"{page}: {target}"));

        dead.Should().BeEmpty();
    }

    [Fact]
    public void PackageReadmes_LinksWithinTheRepository_AreNone() =>
        Packages.All.SelectMany(package => LinksOf($"src/{package.GetName().Name}/README.md")).Should().BeEmpty("a package's page is not in the repository");

    /// <summary>Where the links of a page lead within the repository, as paths from its root.</summary>
    private static IEnumerable<string> LinksOf(string page) =>
        Link().Matches(RepositoryFile.Read(page))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Select(target => Path.GetRelativePath(RepositoryFile.Root, Path.Combine(Path.GetDirectoryName(RepositoryFile.PathOf(page))!, target)).Replace('\\', '/'));

    private static bool Exists(string target) => File.Exists(RepositoryFile.PathOf(target)) || Directory.Exists(RepositoryFile.PathOf(target));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
