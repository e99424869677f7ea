using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>After a reload that is invalid, health speaks of the options that alerts are sent with.</summary>
public class HealthAfterReloadTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Health_InvalidReload_IsOfTheOptionsInForce(bool throws)
    {
        var isBad = false;
        var configuration = new ConfigurationManager();
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = services =>
            {
                services.Configure<PitWallTwilioOptions>(options =>
                {
                    if (isBad && throws)
                        throw new FormatException("not a number");

                    if (isBad)
                        options.Polling.MaxPerMinute = 0;
                });
                services.AddSingleton<IOptionsChangeTokenSource<PitWallTwilioOptions>>(new ConfigurationChangeTokenSource<PitWallTwilioOptions>(configuration));
            },
        });
        (await web.GetAsync("/api/twilio/health")).Status.Should().Be(200);

        isBad = true;
        new Action(() => ((IConfigurationRoot)configuration).Reload()).Should().Throw<Exception>();

        (await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "Box" })).Status.Should().Be(200);
        var health = await web.GetAsync("/api/twilio/health");
        health.Status.Should().Be(200);
        health["phone_number_configured"].Should().Be("True");
    }
}
