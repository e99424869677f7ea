using PitWall.Alerts.Twilio.PhoneNumbers;
using PitWall.Tools.NumberingPlan.Format;
using PitWall.Tools.NumberingPlan.Table;

namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class NumberingPlanResourceTests
{
    [Fact]
    public void Resource_ComparedWithItsTable_IsWhatTheGeneratorMakesOfIt()
    {
        var generated = PlanBuilder.Build(PlanTable.Read(Repository.PathOf("tools/NumberingPlan/numbering-plan.tsv")));

        var shipped = ReadResource();

        shipped.AsSpan().SequenceEqual(generated).Should().BeTrue("docs/numbers.md says how to make the resource again after the table changed");
    }

    [Fact]
    public void Resource_InBytes_StaysUnder300Kilobytes() => ReadResource().Length.Should().BeLessThan(300_000);

    private static byte[] ReadResource()
    {
        using var stream = typeof(E164PhoneNumber).Assembly.GetManifestResourceStream(PlanResource.Name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        return bytes;
    }
}
