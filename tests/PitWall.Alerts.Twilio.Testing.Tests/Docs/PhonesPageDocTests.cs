using PitWall.Alerts.Twilio.Testing.PhonesPage;

namespace PitWall.Alerts.Twilio.Testing.Tests.Docs;

/// <summary>docs/phones-page.md lists the faults that there are.</summary>
public class PhonesPageDocTests
{
    [Fact]
    public void Page_Faults_AreTheSwitches()
    {
        var rows = TestingPageTests.Read("docs/phones-page.md").Split('\n')
            .SkipWhile(static line => !line.StartsWith("| `fault` |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(static line => line.StartsWith('|'));

        rows.Should().Equal(FaultSwitch.All.Select(static fault => $"| `{fault.Key}` | {fault.Title} | {fault.Effect} |"));
    }
}
