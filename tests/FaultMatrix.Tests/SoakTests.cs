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

        report.IsTruthful.Should().BeTrue("what was told must be what happened: {0}", report);
        (report.Accepted + report.Failed + report.UnknownAndSent + report.UnknownAndNotSent).Should().Be(Alerts);
        report.Accepted.Should().BePositive();
    }
}
