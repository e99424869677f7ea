using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>What the documentation of public types must say, besides being there.</summary>
public class DocumentationTests
{
    private static readonly string[] Words = ["hread-safe", "concurrent use", "mmutable"];

    // Bound and set once, before anybody shares them; and what threads never share.
    private static readonly string[] Exempt = ["Options", "Labels", "Template", "Exception", "Attribute", "Converter"];

    [Fact]
    public void Types_EveryPublicClassAndInterface_SayWhetherThreadsMayShareThem()
    {
        var types = SourceTree.OfAll
            .SelectMany(f => f.Types)
            .Where(t => t is ClassDeclarationSyntax or InterfaceDeclarationSyntax && Has(t, SyntaxKind.PublicKeyword) && !Has(t, SyntaxKind.StaticKeyword))
            .Where(t => !Exempt.Any(e => SourceFile.NameOf(t).EndsWith(e, StringComparison.Ordinal)))
            .ToList();

        types.Should().HaveCountGreaterThan(20, "or the rule looks at nothing");
        types.Where(t => !Words.Any(w => t.GetLeadingTrivia().ToFullString().Contains(w, StringComparison.Ordinal)))
            .Select(SourceFile.NameOf)
            .Should().BeEmpty();
    }

    private static bool Has(MemberDeclarationSyntax type, SyntaxKind modifier) => type.Modifiers.Any(m => m.IsKind(modifier));
}
