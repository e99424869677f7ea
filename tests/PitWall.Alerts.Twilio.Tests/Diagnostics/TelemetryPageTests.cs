using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PitWall.Alerts.Twilio.AspNetCore;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Tests.CodeBase;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

/// <summary>docs/telemetry.md names every log line, instrument, span and tag, and no other.</summary>
public class TelemetryPageTests
{
    private static readonly string Page = RepositoryFile.Read("docs/telemetry.md");

    private static readonly List<string[]> Rows =
        [.. Page.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split(" | "))];

    [Fact]
    public void Page_Logs_AreThoseOfTheCode()
    {
        var ids = new[] { typeof(AlertEventIds), typeof(PitWallTwilioEndpointEventIds) }
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .ToDictionary(f => f.Name, f => f.GetRawConstantValue()!.ToString()!);
        var logged = SourceTree.OfAll
            .SelectMany(f => f.Root.DescendantNodes().OfType<AttributeSyntax>())
            .Where(a => a.Name.ToString() == "LoggerMessage")
            .Select(a => a.ArgumentList!.Arguments)
            .Select(a => (Id: NameAfterDot(a[0]), Level: a.Count == 2 ? "Information or Warning" : NameAfterDot(a[1]), Message: (string)((LiteralExpressionSyntax)a[^1].Expression).Token.Value!))
            .Select(m => $"{ids[m.Id]} | `{m.Id}` | {m.Level} | {m.Message}");

        var rows = Rows.Where(r => r[0].All(char.IsDigit)).ToList();

        rows.Select(r => string.Join(" | ", r[..4])).Should().BeEquivalentTo(logged);
        rows.Should().OnlyContain(r => r.Length == 5 && r[4].EndsWith('.'));
    }

    [Fact]
    public void Page_Instruments_AreThoseOfTheCode()
    {
        var made = new List<string>();
        using var listener = new MeterListener();
        using var meters = new OwnMeters();
        listener.InstrumentPublished = (i, _) =>
        {
            if (ReferenceEquals(i.Meter.Scope, meters))
                made.Add($"`{i.Name}` | {KindOf(i)} | `{i.Unit}`");
        };
        listener.Start();

        using var sut = new AlertTelemetry(string.Empty, meters);
        sut.ObserveQueues(static _ => 0);

        made.Should().HaveCount(5);
        Rows.Where(r => r.Length == 5 && r[0].StartsWith("`pitwall.alerts.", StringComparison.Ordinal)).Select(r => string.Join(" | ", r[..3]))
            .Should().BeEquivalentTo(made);
    }

    [Fact]
    public void Page_SpansAndTags_AreThoseOfTheCode()
    {
        var named = SourceTree.OfCore.Single(f => f.Path == "Delivery/AlertTelemetry.cs").Root.DescendantTokens()
            .Where(t => t.RawKind == (int)SyntaxKind.StringLiteralToken
                && (t.ValueText.StartsWith("pitwall.alert.", StringComparison.Ordinal) || t.ValueText is "error.type" or "retry" or "pitwall.account"))
            .Select(t => $"`{t.ValueText}`")
            .Distinct()
            .ToList();

        named.Should().HaveCountGreaterThan(6);
        named.Should().OnlyContain(n => Page.Contains(n, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_Reasons_AreThoseOfTheCode()
    {
        var reasons = Enum.GetValues<SuppressionReason>().Where(r => r != SuppressionReason.None).Select(r => $"`{AlertTelemetry.ReasonOf(r)}`");

        Rows.Single(r => r is ["`pitwall.alert.reason`", _])[1].Split(", ").Should().BeEquivalentTo(reasons);
    }

    private static string KindOf(Instrument instrument) => instrument switch
    {
        Counter<long> => "counter",
        Histogram<double> => "histogram",
        ObservableGauge<int> => "gauge",
        _ => instrument.GetType().Name,
    };

    private static string NameAfterDot(AttributeArgumentSyntax argument) => argument.Expression.ToString().Split('.')[^1];

    private sealed class OwnMeters : IMeterFactory
    {
        private readonly List<Meter> _made = [];

        public Meter Create(MeterOptions options)
        {
            options.Scope = this;
            _made.Add(new Meter(options));
            return _made[^1];
        }

        public void Dispose() => _made.ForEach(m => m.Dispose());
    }
}
