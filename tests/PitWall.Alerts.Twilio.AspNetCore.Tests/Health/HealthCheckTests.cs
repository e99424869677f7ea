using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class HealthCheckTests
{
    [Fact]
    public async Task Check_AccountInOrder_IsHealthy()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions { Services = static services => services.AddHealthChecks().AddPitWallTwilio() });

        var report = await web.Get<HealthCheckService>().CheckHealthAsync();

        report.Entries["twilio"].Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Check_TwilioGone_IsWhatTheHostSays()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services => services.AddHealthChecks().AddPitWallTwilio("alerts", failureStatus: HealthStatus.Degraded, tags: ["ready"]),
        });
        await web.Sandbox.StopAsync();

        var report = await web.Get<HealthCheckService>().CheckHealthAsync();

        report.Entries["alerts"].Status.Should().Be(HealthStatus.Degraded);
        report.Entries["alerts"].Tags.Should().Equal("ready");
        report.Entries["alerts"].Data["reachable"].Should().Be(false);
    }
}
