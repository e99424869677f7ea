using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A check of an account that is not there says so, and leaves the other checks alone.</summary>
public class AccountCheckTests
{
    [Fact]
    public async Task Check_AccountThatIsNotRegistered_IsUnhealthyAndSaysWhatToCall()
    {
        await using var services = Services(static checks => checks.AddPitWallTwilio("alerts", "endurence"), "endurance");

        var report = await CheckAsync(services);

        report.Entries["alerts"].Status.Should().Be(HealthStatus.Unhealthy);
        report.Entries["alerts"].Description.Should().Be("There is no account 'endurence': call services.AddPitWallTwilio(\"endurence\") first.");
        report.Entries["other"].Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Check_NoDefaultAccount_IsWhatTheHostSaysAndSaysWhatToCall()
    {
        await using var services = Services(static checks => checks.AddPitWallTwilio(failureStatus: HealthStatus.Degraded));

        var report = await CheckAsync(services);

        report.Entries["twilio"].Status.Should().Be(HealthStatus.Degraded);
        report.Entries["twilio"].Description.Should().StartWith("There is no default account: call services.AddPitWallTwilio() first");
        report.Entries["other"].Status.Should().Be(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData("endurance")]
    [InlineData("", "endurance")]
    public async Task Check_NamedLikeAnAccountWithoutOne_IsUnhealthyAndNamesTheParameter(params string[] accounts)
    {
        await using var services = Services(static checks => checks.AddPitWallTwilio("endurance"), accounts);

        var report = await CheckAsync(services);

        report.Entries["endurance"].Status.Should().Be(HealthStatus.Unhealthy);
        report.Entries["endurance"].Description.Should().Be(
            "'endurance' is an account, but here it is only the name of the check: say which account is meant, account: \"endurance\", or account: \"\" for the default one.");
        report.Entries["other"].Status.Should().Be(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData("endurance", "endurance")]
    [InlineData("endurance", "")]
    [InlineData("twilio", null)]
    [InlineData("alerts", null)]
    public async Task Check_AccountThatIsSaid_IsChecked(string name, string? account)
    {
        await using var services = Services(checks => checks.AddPitWallTwilio(name, account), "", "endurance", "twilio");
        var others = new[] { "", "endurance", "twilio" }.Where(other => other != (account ?? ""));
        foreach (var other in others)
            Client(services, other).IsConfigured = false;

        var report = await CheckAsync(services);

        report.Entries[name].Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Check_ClientThatCannotBeMade_LeavesTheOtherChecksAlone()
    {
        await using var services = Services(static checks => checks.AddPitWallTwilio().Services.AddSingleton<ITwilioAlertClient>(
            static _ => throw new InvalidOperationException("There is no line.")));

        var report = await CheckAsync(services);

        report.Entries["twilio"].Status.Should().Be(HealthStatus.Unhealthy);
        report.Entries["twilio"].Description.Should().Be("There is no line.");
        report.Entries["other"].Status.Should().Be(HealthStatus.Healthy);
    }

    /// <param name="add">Adds the check.</param>
    /// <param name="accounts">The accounts that are registered; empty for the default one.</param>
    private static ServiceProvider Services(Action<IHealthChecksBuilder> add, params string[] accounts)
    {
        var services = new ServiceCollection().AddLogging();
        foreach (var account in accounts)
        {
            if (account.Length == 0)
                services.AddSingleton<ITwilioAlertClient>(new FakeTwilioAlertClient()).AddPitWallTwilio(static _ => { });
            else
                services.AddKeyedSingleton<ITwilioAlertClient>(account, new FakeTwilioAlertClient()).AddPitWallTwilio(account, static _ => { });
        }

        var checks = services.AddHealthChecks().AddCheck("other", static () => HealthCheckResult.Healthy());
        add(checks);
        return services.BuildServiceProvider();
    }

    private static Task<HealthReport> CheckAsync(ServiceProvider services) => services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    private static FakeTwilioAlertClient Client(ServiceProvider services, string account) => (FakeTwilioAlertClient)(
        account.Length == 0 ? services.GetRequiredService<ITwilioAlertClient>() : services.GetRequiredKeyedService<ITwilioAlertClient>(account));
}
