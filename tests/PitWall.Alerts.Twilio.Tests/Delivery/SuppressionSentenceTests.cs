namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>An alert that was held back says by which setting.</summary>
public class SuppressionSentenceTests
{
    public static TheoryData<string, Action<LimitOptions>> Limits => new()
    {
        { "(Delivery:Limits:Recipient; by default 10 a minute and 5 at once)", limits => limits.Recipient = One() },
        { "(Delivery:Limits:Sender)", limits => limits.Sender = One() },
        { "(Delivery:Limits:Global)", limits => limits.Global = One() },
        { "(Delivery:Limits:Cooldown)", limits => limits.Cooldown = TimeSpan.FromHours(1) },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Detail_RateLimited_NamesTheLimitThatRefused(string named, Action<LimitOptions> limit)
    {
        await using var host = await AlertHost.StartAsync(options => limit(options.Delivery.Limits));
        await SendAsync(host, "Box this lap");

        var result = await SendAsync(host, "Stay out");

        result.Reason.Should().Be(SuppressionReason.RateLimited);
        result.Detail.Should().EndWith(named + ".");
    }

    [Fact]
    public async Task Detail_CriticalOverItsLimit_NamesTheLimitOfCriticalAlerts()
    {
        await using var host = await AlertHost.StartAsync(options => options.Delivery.Limits.CriticalRecipient = One());
        await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("Red flag"), AlertHost.Phone);

        var result = await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("Fire in box 7"), AlertHost.Phone);

        result.Reason.Should().Be(SuppressionReason.RateLimited);
        result.Detail.Should().Contain("critical alerts").And.EndWith("(Delivery:Limits:CriticalRecipient; by default 10 a minute and 10 at once).");
    }

    [Fact]
    public void Sentences_OfLimits_NameTheDefaults()
    {
        var defaults = new LimitOptions();

        new[] { defaults.Recipient, defaults.CriticalRecipient }.Select(rate => (rate.PerMinute, rate.Burst)).Should().Equal((10, 5), (10, 10));
    }

    [Fact]
    public async Task Detail_CriticalWithoutBudget_SaysThatTheReserveIsSpentToo()
    {
        await using var host = await AlertHost.StartAsync(options => (options.Gate.SegmentBudget, options.Gate.CriticalReserve) = (1, 1));
        var held = await SendAsync(host, "Box this lap");
        await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("Red flag"), AlertHost.Phone);

        var critical = await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("Fire in box 7"), AlertHost.Phone);

        (held.Reason, critical.Reason).Should().Be((SuppressionReason.Budget, SuppressionReason.Budget));
        held.Detail.Should().Contain("reserved for critical alerts");
        critical.Detail.Should().Contain("this critical alert").And.Contain("Gate:CriticalReserve").And.NotContain("reserved for critical alerts");
    }

    private static RateOptions One() => new() { PerMinute = 1, Burst = 1 };

    private static Task<AlertResult> SendAsync(AlertHost host, string message) =>
        host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, message), AlertHost.Phone);
}
