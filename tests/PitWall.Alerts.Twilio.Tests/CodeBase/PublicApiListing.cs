using System.Text;
using Microsoft.CodeAnalysis;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>Prints what an assembly shows: types and members in order of their names, as C# declares them.</summary>
internal static class PublicApiListing
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword);

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static string Of(IAssemblySymbol assembly)
    {
        var listing = new StringBuilder();
        foreach (var type in Types(assembly.GlobalNamespace).Where(IsVisible).OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal))
            Append(listing, type);

        return listing.ToString();
    }

    private static void Append(StringBuilder listing, INamedTypeSymbol type)
    {
        listing.Append(Modifiers(type)).Append(type.ToDisplayString(TypeFormat));
        var bases = type.Interfaces.Where(IsVisible).Select(i => i.ToDisplayString(MemberFormat)).Order(StringComparer.Ordinal).ToList();
        if (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } super })
            bases.Insert(0, super.ToDisplayString(MemberFormat));

        if (bases.Count > 0)
            listing.Append(" : ").AppendJoin(", ", bases);

        listing.Append('\n');
        foreach (var line in type.GetMembers().Where(IsListed).Select(Line).Order(StringComparer.Ordinal))
            listing.Append("    ").Append(line).Append('\n');

        listing.Append('\n');
    }

    private static string Line(ISymbol member) =>
        (member is IPropertySymbol { IsRequired: true } ? "required " : string.Empty) + member.ToDisplayString(MemberFormat).Replace("required ", "", StringComparison.Ordinal);

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => string.Empty,
        { IsStatic: true } => "static ",
        { IsSealed: true } => "sealed ",
        { IsAbstract: true } => "abstract ",
        _ => string.Empty,
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(m => m switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });

    private static bool IsVisible(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }

    // Accessors are shown by their property; what the compiler writes for records and what is nested stands elsewhere or says nothing.
    private static bool IsListed(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && member is not INamedTypeSymbol
        && member is not IMethodSymbol { AssociatedSymbol: not null }
        && !member.IsImplicitlyDeclared
        && !member.GetAttributes().Any(a => a.AttributeClass?.Name == "CompilerGeneratedAttribute");
}
