namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>A block of C# in a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line it starts in.</param>
/// <param name="Code">What it says.</param>
/// <param name="Excuse">Why it is not compiled; <see langword="null"/>: it is.</param>
internal sealed record Snippet(string Page, int Line, string Code, string? Excuse)
{
    private const string Excusing = "<!-- not compiled:";

    /// <summary>
    /// Every block of C# in the README, the pages of docs and the readmes of the packages. One whose line above reads
    /// <c>&lt;!-- not compiled: reason --&gt;</c> is left out.
    /// </summary>
    public static IReadOnlyList<Snippet> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFile.PathOf("docs"), "*.md")
            .Select(p => "docs/" + Path.GetFileName(p))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md")
            .Concat(Packages.All.Select(p => $"src/{p.GetName().Name}/README.md"))
            .SelectMany(Read),
    ];

    public override string ToString() => $"{Page}:{Line}";

    private static IEnumerable<Snippet> Read(string page)
    {
        var lines = RepositoryFile.Read(page).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimEnd() != "```csharp")
                continue;

            var above = lines[..i].LastOrDefault(l => l.Trim().Length > 0) ?? string.Empty;
            var excuse = above.StartsWith(Excusing, StringComparison.Ordinal) ? above[Excusing.Length..].Replace("-->", "", StringComparison.Ordinal).Trim() : null;
            var end = Array.FindIndex(lines, i + 1, l => l.TrimEnd() == "```");
            yield return new Snippet(page, i + 2, string.Join('\n', lines[(i + 1)..end]), excuse);
            i = end;
        }
    }
}
