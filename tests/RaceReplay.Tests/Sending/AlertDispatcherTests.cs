using PitWall.Alerts.Twilio;
using RaceReplay.Clock;
using RaceReplay.Sending;

namespace RaceReplay.Tests.Sending;

public sealed class AlertDispatcherTests
{
    private readonly ReplayFigures _figures = new();
    private readonly InFlight _sends = new();
    private readonly List<SentAlert> _decided = [];

    [Fact]
    public async Task Send_EveryOutcome_IsCountedOnce()
    {
        var results = new Queue<AlertResult>(
        [
            new() { Outcome = AlertOutcome.Accepted, Segments = 2 },
            new() { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.RateLimited, Segments = 1 },
            new() { Outcome = AlertOutcome.Unknown, Segments = 1, Detail = "lost" },
            new() { Outcome = AlertOutcome.Pending, Segments = 1 },
            new() { Outcome = AlertOutcome.Failed, Segments = 1, Detail = "refused" },
            new() { Outcome = AlertOutcome.NotConfigured },
        ]);
        var sut = Sut(new StubAlerts((_, _) => Task.FromResult(results.Dequeue())));

        for (var i = 0; i < 6; i++)
            sut.Send(Alert(i), TimeSpan.Zero, CancellationToken.None);
        await _sends.Idle.WaitAsync(TimeSpan.FromSeconds(30));

        _figures.Raised.Should().Be(6);
        (_figures.Accepted, _figures.Suppressed, _figures.Unknown, _figures.Failed).Should().Be((1, 1, 2, 2));
        _figures.SuppressedByReason.Should().BeEquivalentTo(new Dictionary<string, int> { ["rate_limited"] = 1 });
        _figures.Segments.Should().Be(3, "only what was sent or may have been costs");
        _figures.Causes.Keys.Should().BeEquivalentTo("lost", "still queued when the replay ended", "refused", "Twilio is not configured");
    }

    [Fact]
    public async Task Send_LibraryThrows_IsAFailureWithItsCause()
    {
        var sut = Sut(new StubAlerts((_, _) => throw new InvalidOperationException("a defect")));

        sut.Send(Alert(1), TimeSpan.Zero, CancellationToken.None);
        await _sends.Idle.WaitAsync(TimeSpan.FromSeconds(30));

        _figures.Failed.Should().Be(1);
        _decided.Should().ContainSingle().Which.Cause.Should().Be("InvalidOperationException: a defect");
    }

    [Fact]
    public async Task Send_Cancelled_IsSuppressed()
    {
        using var stop = new CancellationTokenSource();
        var sut = Sut(new StubAlerts(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        }));

        sut.Send(Alert(1), TimeSpan.Zero, stop.Token);
        await stop.CancelAsync();
        await _sends.Idle.WaitAsync(TimeSpan.FromSeconds(30));

        _figures.SuppressedByReason.Should().ContainKey("cancelled");
    }

    [Fact]
    public void Send_Coaching_GoesToTheCoach()
    {
        var recipients = new List<string>();
        var sut = Sut(new StubAlerts((recipient, _) =>
        {
            recipients.Add(recipient.PhoneNumber);
            return Task.FromResult(new AlertResult { Outcome = AlertOutcome.Accepted });
        }));

        sut.Send(Alert(1), TimeSpan.Zero, CancellationToken.None);
        sut.Send(new CriticalAlert("RED FLAG"), TimeSpan.Zero, CancellationToken.None);
        sut.Send(new CoachingAlert(CoachingAlertType.Consistency, "Settle"), TimeSpan.Zero, CancellationToken.None);

        recipients.Should().Equal(Crew.Virtual.PitWall.PhoneNumber, Crew.Virtual.PitWall.PhoneNumber, Crew.Virtual.Coach.PhoneNumber);
    }

    [Fact]
    public void Percentile_NearestRank_IsAMeasuredTime()
    {
        for (var milliseconds = 1; milliseconds <= 200; milliseconds++)
            _figures.Decide(new SentAlert(Alert(1), TimeSpan.Zero, new AlertResult { Outcome = AlertOutcome.Accepted }, TimeSpan.FromMilliseconds(milliseconds)));

        _figures.Percentile(50).Should().Be(100);
        _figures.Percentile(99).Should().Be(198);
        new ReplayFigures().Percentile(50).Should().BeNull();
    }

    private AlertDispatcher Sut(IPitWallAlerts alerts) => new(alerts, Crew.Virtual, _sends, _figures, _decided.Add);

    private static StrategyAlert Alert(int number) => new(StrategyAlertType.GapAnalysis, $"Gap {number}");
}
