using System.Globalization;
using System.Text;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Errors;

/// <summary>docs/errors.md explains every end an alert can have.</summary>
public class ErrorsPageTests
{
    private const string Page = "docs/errors.md";
    private const string Marker = "<!-- codes: kept by ErrorsPageTests, see Support/RepositoryFile.cs -->\n";

    [Fact]
    public void Codes_Table_HoldsWhatTheCodeKnows()
    {
        var page = RepositoryFile.Read(Page);
        var kept = page[..(page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)];

        RepositoryFile.ShouldHold(Page, kept + Table());
    }

    [Theory]
    [InlineData(typeof(AlertOutcome))]
    [InlineData(typeof(SuppressionReason))]
    [InlineData(typeof(TwilioTransportError))]
    public void Page_EveryMember_HasARowWithMeaningAndAction(Type type)
    {
        var rows = RepositoryFile.Read(Page).Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();

        foreach (var name in Enum.GetNames(type))
            rows.Should().Contain(r => r.StartsWith($"| `{name}` |", StringComparison.Ordinal) && r.Split(" | ").Length == 3, $"{type.Name}.{name} is explained");
    }

    [Fact]
    public void Page_EveryException_HasARow()
    {
        var exceptions = typeof(ITwilioAlertClient).Assembly.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(Exception)) && !t.IsAbstract);

        foreach (var type in exceptions)
            RepositoryFile.Read(Page).Should().Contain($"\n| `{type.Name}` |");
    }

    [Fact]
    public void Page_EveryRetry_IsExplained()
    {
        var page = RepositoryFile.Read(Page);

        foreach (var retry in Enum.GetValues<TwilioErrorRetry>())
            page.Should().Contain($"\n| {Name(retry)} |");
    }

    private static string Table()
    {
        var table = new StringBuilder("| Code | Category | Retry | Meaning | What to do |\n|---|---|---|---|---|\n");
        foreach (var e in TwilioErrorTable.All)
            table.Append(CultureInfo.InvariantCulture, $"| [{e.Code}](https://www.twilio.com/docs/api/errors/{e.Code}) | {e.Category} | {Name(e.Retry)} | {e.Meaning} | {e.Advice} |\n");

        return table.ToString();
    }

    private static string Name(TwilioErrorRetry retry) => retry == TwilioErrorRetry.NotApplicable ? "–" : retry.ToString();
}
