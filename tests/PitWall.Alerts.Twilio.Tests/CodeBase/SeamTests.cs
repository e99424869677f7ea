using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>Time and chance come through one seam each, so that tests can take them away.</summary>
public class SeamTests
{
    /// <summary>What must not be called, and the one file that may.</summary>
    private static readonly (string Call, string? Seam)[] Forbidden =
    [
        ("DateTime.UtcNow", null), ("DateTime.Now", null), ("DateTime.Today", null), ("DateTimeOffset.UtcNow", null), ("DateTimeOffset.Now", null),
        ("Guid.NewGuid", null), ("Guid.CreateVersion7", null), ("Stopwatch.StartNew", null), ("Stopwatch.GetTimestamp", null),
        ("Environment.TickCount", null), ("Environment.TickCount64", null), ("Thread.Sleep", null),
        ("Random.Shared", "PitWall.Alerts.Twilio/Api/Entropy.cs"), ("RandomNumberGenerator.Fill", "PitWall.Alerts.Twilio/Api/Entropy.cs"),
    ];

    [Fact]
    public void Source_TimeAndChance_ComeThroughTheirSeams()
    {
        var calls = SourceTree.OfAll
            .SelectMany(f => f.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Select(m => (f.Path, Call: m.ToString())))
            .ToList();

        calls.Should().Contain(("PitWall.Alerts.Twilio/Api/Entropy.cs", "Random.Shared"), "or the rule looks at nothing");
        calls.Where(c => Forbidden.Any(f => (c.Call == f.Call || c.Call.EndsWith("." + f.Call, StringComparison.Ordinal)) && c.Path != f.Seam))
            .Should().BeEmpty();
    }

    [Fact]
    public void Source_Delays_RunOnAClock()
    {
        var delays = SourceTree.OfAll
            .SelectMany(f => f.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(i => (f.Path, Call: i)))
            .Where(c => c.Call.Expression.ToString() == "Task.Delay")
            .ToList();

        delays.Should().NotBeEmpty();
        delays.Where(d => d.Call.ArgumentList.Arguments.Count < 3 && !d.Call.ArgumentList.Arguments.Any(a => a.ToString().Contains("lock", StringComparison.Ordinal)))
            .Select(d => $"{d.Path}: {d.Call}")
            .Should().BeEmpty();
    }
}
