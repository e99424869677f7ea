using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>One parsed file.</summary>
/// <param name="Path">Where it is, below the folder that was read.</param>
/// <param name="Tree">Its syntax.</param>
internal sealed record SourceFile(string Path, CSharpSyntaxTree Tree)
{
    public CompilationUnitSyntax Root => Tree.GetCompilationUnitRoot();

    /// <summary>The folder it is in, below the package; empty for the front door.</summary>
    public string Room => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : string.Empty;

    /// <summary>The types it declares at the top.</summary>
    public IEnumerable<MemberDeclarationSyntax> Types => Root.DescendantNodes(n => n is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
        .OfType<MemberDeclarationSyntax>()
        .Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax declared ? declared.Identifier.Text : ((DelegateDeclarationSyntax)type).Identifier.Text;
}
