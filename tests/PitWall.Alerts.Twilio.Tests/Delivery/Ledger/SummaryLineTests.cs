namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class SummaryLineTests
{
    [Fact]
    public void ToString_SomeOfEverything_CountsWhatIsNotZeroInOneLine()
    {
        var sut = Summary(13) with
        {
            ByOutcome = new Dictionary<AlertOutcome, long>
            {
                [AlertOutcome.Suppressed] = 3,
                [AlertOutcome.Accepted] = 9,
                [AlertOutcome.Failed] = 1,
                [AlertOutcome.Unknown] = 0,
            },
            ByReason = new Dictionary<SuppressionReason, long> { [SuppressionReason.Budget] = 1, [SuppressionReason.Duplicate] = 2 },
            ByMessageStatus = new Dictionary<MessageStatus, long> { [MessageStatus.Delivered] = 8, [MessageStatus.Sent] = 1 },
            Segments = 9,
            EstimatedPrice = 0.0747m,
            ActualPrice = 0.0664m,
        };

        sut.ToString().Should().Be(
            "13 raised: Failed 1, Accepted 9, Suppressed 3 (Duplicate 2, Budget 1); messages Sent 1, Delivered 8; 9 segments, estimated 0.0747, actual 0.0664");
    }

    [Fact]
    public void ToString_MessageWithoutAReport_IsNotAnUnknownOutcome() =>
        (Summary(1) with { ByMessageStatus = new Dictionary<MessageStatus, long> { [MessageStatus.Unknown] = 1, [MessageStatus.Sent] = 2 } }).ToString()
            .Should().Be("1 raised; messages not reported 1, Sent 2; 0 segments");

    [Fact]
    public void ToString_NothingYet_SaysSo() => Summary(0).ToString().Should().Be("0 raised; 0 segments");

    [Fact]
    public void ToString_OneOfEach_IsSingular() =>
        (Summary(1) with { ByOutcome = new Dictionary<AlertOutcome, long> { [AlertOutcome.Accepted] = 1 }, Segments = 1 }).ToString()
            .Should().Be("1 raised: Accepted 1; 1 segment");

    [Fact]
    public void ToString_SuppressedWithoutAReason_NamesNone() =>
        (Summary(2) with { ByOutcome = new Dictionary<AlertOutcome, long> { [AlertOutcome.Suppressed] = 2 } }).ToString()
            .Should().Be("2 raised: Suppressed 2; 0 segments");

    [Fact]
    public async Task ToString_OfALedger_ShowsNoTypeNames()
    {
        await using var host = await AlertHost.StartAsync();
        await host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), AlertHost.Phone);
        await host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), AlertHost.Phone);

        var line = host.Ledger.Summarize().ToString();

        line.Should().StartWith("2 raised: Accepted 1, Suppressed 1 (Duplicate 1); messages ").And.EndWith("; 1 segment").And.NotContain("System.");
    }

    private static AlertSummary Summary(long raised) => new()
    {
        Raised = raised,
        ByOutcome = new Dictionary<AlertOutcome, long>(),
        ByReason = new Dictionary<SuppressionReason, long>(),
        ByMessageStatus = new Dictionary<MessageStatus, long>(),
        Segments = 0,
        Latencies = [],
    };
}
