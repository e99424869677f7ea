using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>The source of the packages, parsed.</summary>
internal static class SourceTree
{
    public const string Core = "src/PitWall.Alerts.Twilio";

    private static readonly Lazy<IReadOnlyList<SourceFile>> CoreFiles = new(() => Parse(Core));
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllFiles = new(() => Parse("src"));

    /// <summary>The files of the library itself.</summary>
    public static IReadOnlyList<SourceFile> OfCore => CoreFiles.Value;

    /// <summary>The files of every package.</summary>
    public static IReadOnlyList<SourceFile> OfAll => AllFiles.Value;

    private static List<SourceFile> Parse(string folder)
    {
        var root = RepositoryFile.PathOf(folder);
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None);
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(p => Path.GetRelativePath(root, p).Replace('\\', '/'))
                .Where(p => !p.Split('/').Any(part => part is "obj" or "bin"))
                .Order(StringComparer.Ordinal)
                .Select(p => new SourceFile(p, (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(root, p)), options))),
        ];
    }
}
