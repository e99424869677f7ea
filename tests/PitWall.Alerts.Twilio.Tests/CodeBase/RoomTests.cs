using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>The folders of the library are rooms with one-way doors (docs/architecture.md): nothing points back up.</summary>
public class RoomTests
{
    private const string FrontDoor = "";

    /// <summary>Which rooms a room may look into. What everybody hands around, options and results, stands at the front door.</summary>
    private static readonly Dictionary<string, string[]> Doors = new()
    {
        ["PhoneNumbers"] = [],
        ["Alerts"] = [],
        ["Diagnostics"] = ["Alerts", FrontDoor],
        ["Text"] = ["Alerts"],
        ["Api"] = ["Alerts", "Text", "PhoneNumbers", "Diagnostics", FrontDoor],
        ["Webhooks"] = ["Alerts", "Text", "PhoneNumbers", "Api", "Diagnostics", FrontDoor],
        ["Delivery"] = ["Alerts", "Text", "PhoneNumbers", "Api", "Webhooks", "Diagnostics", FrontDoor],
        ["Registration"] = ["Alerts", "Text", "PhoneNumbers", "Api", "Webhooks", "Delivery", "Diagnostics", FrontDoor],
        [FrontDoor] = ["Alerts", "Text", "PhoneNumbers", "Api", "Webhooks", "Delivery", "Registration", "Diagnostics"],
    };

    private static readonly Lazy<IReadOnlyList<Look>> Looks = new(Find);

    [Fact]
    public void Rooms_EveryFolder_HasItsDoors() =>
        SourceTree.OfCore.Select(f => f.Room).Distinct().Should().BeEquivalentTo(Doors.Keys);

    [Fact]
    public void Rooms_NoFile_LooksThroughADoorThatIsNotThere() =>
        Looks.Value
            .Where(l => !Doors[l.From].Contains(l.To))
            .Select(l => $"{l.File} looks at {l.Type} in {(l.To.Length == 0 ? "the front door" : l.To)}")
            .Distinct()
            .Should().BeEmpty();

    [Fact]
    public void Rooms_Looks_AreFound() =>
        Looks.Value.Select(l => (l.From, l.To)).Should().Contain([("Delivery", "Api"), ("Registration", "Delivery"), ("Text", "Alerts")], "or the rule looks at nothing");

    private static IReadOnlyList<Look> Find()
    {
        var rooms = SourceTree.OfCore.ToDictionary(f => (SyntaxTree)f.Tree, f => f.Room);
        var usings = CSharpSyntaxTree.ParseText(
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;",
            new CSharpParseOptions(LanguageVersion.Preview));
        var references = References.All.Where(r => r.Display?.Contains("PitWall", StringComparison.Ordinal) != true);
        var compilation = CSharpCompilation.Create(
            "rooms", [.. rooms.Keys, usings], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
        var looks = new HashSet<Look>();
        foreach (var file in SourceTree.OfCore)
        {
            var model = compilation.GetSemanticModel(file.Tree);
            foreach (var name in file.Root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                if (type?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault() is not { } declared)
                    continue;

                var to = rooms[declared.SyntaxTree];
                if (to != file.Room)
                    looks.Add(new Look(file.Room, to, file.Path, type.Name));
            }
        }

        return [.. looks.OrderBy(l => l.File, StringComparer.Ordinal)];
    }

    private sealed record Look(string From, string To, string File, string Type);
}
