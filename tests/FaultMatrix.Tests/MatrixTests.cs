using FaultMatrix.Matrix;
using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.Tests;

namespace FaultMatrix.Tests;

[Collection("One at a time: timings matter")]
public class MatrixTests
{
    private static readonly MatrixCell Safe = new(AlertOutcome.Accepted, 2, 1);
    private static readonly MatrixCell GivenUp = new(AlertOutcome.Failed, 4, 0);
    private static readonly MatrixCell Found = new(AlertOutcome.Accepted, 1, 1);
    private static readonly MatrixCell NotFound = new(AlertOutcome.Unknown, 1, 0);
    private static readonly MatrixCell Refused = new(AlertOutcome.Failed, 1, 0);
    private static readonly MatrixCell Hidden = new(AlertOutcome.Unknown, 1, 1);

    /// <summary>Nothing left, or Twilio says that it did nothing: tried again.</summary>
    private static readonly MatrixRow Repeated = new(Safe, GivenUp, Safe, GivenUp);

    /// <summary>Nobody knows, and the list shows it: found and not sent again.</summary>
    private static readonly MatrixRow Reconciled = new(Found, Found, Found, Found);

    /// <summary>Nobody knows, and the list does not show it: a critical alert is sent again.</summary>
    private static readonly MatrixRow Unseen = new(NotFound, NotFound, Safe, new MatrixCell(AlertOutcome.Unknown, 4, 0));

    private static readonly MatrixRow Permanent = new(Refused, Refused, Refused, Refused);

    private static readonly Dictionary<string, MatrixRow> Expected = new()
    {
        ["connection refused"] = Repeated,
        ["DNS failure"] = Repeated,
        ["TLS failure"] = Repeated,
        ["reset after the body, not processed"] = Unseen,
        ["reset after the body, processed"] = Reconciled,
        ["closed after the body, not processed"] = Unseen,
        ["closed after the body, processed"] = Reconciled,
        ["slow headers"] = Reconciled,
        ["slow body of a 201"] = Reconciled,
        ["cut body of a 201"] = Reconciled,
        ["200 with HTML, not processed"] = Unseen,
        ["200 with HTML, processed"] = Reconciled,
        ["502 with HTML, not processed"] = Unseen,
        ["502 with HTML, processed"] = Reconciled,
        ["429"] = Repeated,
        ["429, Retry-After in seconds"] = Repeated,
        ["429, Retry-After as a date"] = Repeated,
        ["429 with a cut body"] = Repeated,
        ["500, not processed"] = Unseen,
        ["500, processed"] = Reconciled,
        ["503, not processed"] = Unseen,
        ["503, processed"] = Reconciled,
        ["401 (20003)"] = Permanent,
        ["400 (21211, no such number)"] = Permanent,
        ["400 (21610, opted out)"] = Permanent,
        ["500, processed, listed too late"] = new(
            Hidden, Hidden, new MatrixCell(AlertOutcome.Accepted, 2, 2), new MatrixCell(AlertOutcome.Unknown, 4, 4)),
        ["500, processed, the list refuses"] = new(Hidden, Hidden, Hidden, Hidden),
        ["500, processed, the list fails"] = new(Hidden, Hidden, Hidden, Hidden),
        ["500, not processed, the list refuses"] = new(NotFound, NotFound, NotFound, NotFound),
    };

    [Theory]
    [ClassData(typeof(FaultKinds))]
    public async Task Fault_OnceAndAlways_EndsAsTheGuaranteesSay(string name)
    {
        var row = await MatrixRun.OfAsync(FaultKinds.Find(name));

        // Whether a reset meets the body on its way or not is a matter of microseconds.
        if (name == "reset before the request is read")
            new[] { Repeated.CriticalOnce, Unseen.CriticalOnce }.Should().Contain(row.CriticalOnce);
        else
            row.Should().Be(Expected[name]);
    }

    [Fact]
    public void Page_Rows_AreTheExpectedOnes()
    {
        var page = RepositoryFile.Read("docs/delivery.md");

        page.Should().Contain(Report.MatrixHead);
        foreach (var kind in FaultKind.All)
            page.Should().Contain(Expected.TryGetValue(kind.Name, out var row) ? "\n" + Report.RowOf(kind, row) : $"\n| {kind.Name} | ");
    }

    [Fact]
    public void Expected_Rows_AreThoseOfTheMatrix() =>
        FaultKind.All.Select(k => k.Name).Should().BeEquivalentTo([.. Expected.Keys, "reset before the request is read"]);
}
