using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>Compiles a block of a page as the program it is cut from: with the usings a reader has, and what the page has in hand.</summary>
internal static class SnippetCompiler
{
    private static readonly string[] Namespaces =
    [
        "System", "System.Collections.Concurrent", "System.Collections.Generic", "System.Globalization", "System.IO", "System.Linq", "System.Net", "System.Net.Http",
        "System.Net.Sockets", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        "Microsoft.Extensions.Options",
        "PitWall.Alerts.Twilio", "PitWall.Alerts.Twilio.AspNetCore", "PitWall.Alerts.Twilio.Testing",
        "FluentAssertions", "Xunit",
    ];

    /// <summary>What a page has in hand without saying so each time, by name.</summary>
    private static readonly Dictionary<string, string> InHand = new()
    {
        ["builder"] = "WebApplication.CreateBuilder()",
        ["app"] = "WebApplication.CreateBuilder().Build()",
        ["services"] = "new ServiceCollection()",
        ["configuration"] = "(IConfiguration)null!",
        ["provider"] = "(IServiceProvider)null!",
        ["alerts"] = "(IPitWallAlerts)null!",
        ["queue"] = "(IAlertQueue)null!",
        ["ledger"] = "(IAlertLedger)null!",
        ["client"] = "(ITwilioAlertClient)null!",
        ["normalizer"] = "(IPhoneNumberNormalizer)null!",
        ["sandbox"] = "(TwilioSandbox)null!",
        ["alert"] = "new StrategyAlert(StrategyAlertType.PitStop, \"Box this lap\")",
        ["recipient"] = "new AlertRecipient(\"+34600111222\")",
        ["result"] = "(AlertResult)null!",
        ["phone"] = "\"+34600111222\"",
        ["messageSid"] = "\"SM\"",
        ["callSid"] = "\"CA\"",
        ["ct"] = "CancellationToken.None",
        ["cancellationToken"] = "CancellationToken.None",
    };

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    public static IReadOnlyList<string> Errors(string code) => Errors(code, Namespaces);

    /// <param name="code">The block.</param>
    /// <param name="namespaces">Those a reader has without the block's own usings.</param>
    public static IReadOnlyList<string> Errors(string code, IEnumerable<string> namespaces)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Parsing);
        var root = tree.GetCompilationUnitRoot();
        var declared = Declared(root);
        var prelude = InHand
            .Where(v => !declared.Contains(v.Key) && root.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.Text == v.Key))
            .Where(v => root.Members.OfType<GlobalStatementSyntax>().Any(s => Uses(s, v.Key)))
            .Select(v => $"var {v.Key} = {v.Value};");
        var body = root.WithUsings(default).ToFullString();
        var source = $"{root.Usings.ToFullString()}\n{string.Join(' ', prelude)}\n{body}";
        var isProgram = root.Members.OfType<GlobalStatementSyntax>().Any();
        var compilation = CSharpCompilation.Create(
            "snippet",
            [
                CSharpSyntaxTree.ParseText(source, Parsing),
                CSharpSyntaxTree.ParseText(string.Concat(namespaces.Select(n => $"global using {n};\n")), Parsing),
            ],
            References.All,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                concurrentBuild: false, // It would keep the thread pool from the tests beside it.
                nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{d.Id} {d.GetMessage()} in: {Text(d)}")];
    }

    /// <summary>The names the block makes itself.</summary>
    private static HashSet<string> Declared(CompilationUnitSyntax root) =>
    [
        .. root.Members.OfType<GlobalStatementSyntax>().SelectMany(s => s.DescendantNodes()).Select(n => n switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            SingleVariableDesignationSyntax designation => designation.Identifier.Text,
            ParameterSyntax parameter => parameter.Identifier.Text,
            ForEachStatementSyntax each => each.Identifier.Text,
            _ => string.Empty,
        }),
    ];

    private static bool Uses(GlobalStatementSyntax statement, string name) =>
        statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.Text == name && i.Parent is not (NameColonSyntax or MemberBindingExpressionSyntax)
            && !(i.Parent is MemberAccessExpressionSyntax access && access.Name == i));

    private static string Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? string.Empty;
}
