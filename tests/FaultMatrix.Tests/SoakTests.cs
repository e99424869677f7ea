using FaultMatrix.Soak;

namespace FaultMatrix.Tests;

[Collection("One at a time: timings matter")]
public class SoakTests
{
    private const int Alerts = 1000;
    private const int Seed = 20260301;

    [Theory]
    [ClassData(typeof(FaultKinds))]
    public async Task ThousandAlerts_RandomFaults_NothingIsLostUnreportedOrSentTwiceInSpiteOfTheList(string name)
    {
        var kind = FaultKinds.Find(name);

        var report = await SoakRun.OfAsync(kind, Alerts, Seed);

        ShouldBeTrue(report);
    }

    [Fact]
    public async Task ThousandAlerts_StormOf20429_EndsWithEveryAlertToldAndMostOfThemSent()
    {
        var report = await SoakRun.OfStormAsync(Alerts);

        ShouldBeTrue(report);
        report.Failed.Should().BePositive("four attempts do not outlast it");
        report.UnseenDuplicates.Should().Be(0, "a 429 was never processed");
    }

    [Fact]
    public async Task ThousandAlerts_EveryFaultAtOnce_NothingIsLostUnreportedOrSentTwiceInSpiteOfTheList()
    {
        var report = await SoakRun.OfAllAsync(Alerts, Seed);

        ShouldBeTrue(report);
    }

    private static void ShouldBeTrue(SoakReport report)
    {
        report.IsTruthful.Should().BeTrue("what was told must be what happened: {0}", report);
        report.Alerts.Should().Be(Alerts);
        report.Accepted.Should().BePositive();
    }
}
