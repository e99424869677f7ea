using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Two accounts side by side, mapped as docs/configuration.md shows it.</summary>
public class TwoAccountsTests
{
    [Fact]
    public async Task Endpoints_TwoAccounts_EachSendsWithItsOwn()
    {
        var endurance = new FakeTwilioAlertClient();
        var sprint = new FakeTwilioAlertClient();
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = services =>
            {
                services.AddKeyedSingleton<ITwilioAlertClient>("endurance", endurance).AddPitWallTwilio("endurance", static _ => { });
                services.AddKeyedSingleton<ITwilioAlertClient>("sprint", sprint).AddPitWallTwilio("sprint", static _ => { });
                services.AddHealthChecks().AddPitWallTwilio("twilio-endurance", "endurance").AddPitWallTwilio("twilio-sprint", "sprint");
            },
            Map = static app =>
            {
                app.MapPitWallTwilio("/api/twilio/endurance", "endurance");
                app.MapPitWallTwilio("/api/twilio/sprint", "sprint");
                app.MapPitWallTwilioWebhooks("/twilio/endurance", "endurance");
                app.MapPitWallTwilioWebhooks("/twilio/sprint", "sprint");
                app.MapHealthChecks("/health");
            },
        });

        var sent = await web.PostAsync("/api/twilio/sprint/alerts/critical", new { to = TestWeb.Phone, alert_message = "Red flag" });

        sent.Status.Should().Be(200);
        (endurance.SmsMessages.Count, sprint.SmsMessages.Count).Should().Be((0, 1));
        (await web.GetAsync($"/api/twilio/sprint/alerts/{sent["id"]}")).Status.Should().Be(200);
        (await web.GetAsync($"/api/twilio/endurance/alerts/{sent["id"]}")).Status.Should().Be(404);
        (await web.GetAsync("/health")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("/v1", "/api/twilio", "/v2", "/api/twilio")]
    [InlineData("", "/api/twilio-sprint", "", "/api/twilio_sprint")]
    [InlineData("", "/api/twilio/sprint", "", "/api/twilio_sprint")]
    public async Task Endpoints_TwoAccountsWithPrefixesThatReadAlike_BothAnswer(string firstGroup, string first, string secondGroup, string second)
    {
        var sprint = new FakeTwilioAlertClient();
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = services => services.AddKeyedSingleton<ITwilioAlertClient>("sprint", sprint).AddPitWallTwilio("sprint", static _ => { }),
            Map = app =>
            {
                app.MapGroup(firstGroup).MapPitWallTwilio(first);
                app.MapGroup(secondGroup).MapPitWallTwilio(second, "sprint");
            },
        });

        var byFirst = await web.PostAsync(firstGroup + first + "/sms/send", new { to = TestWeb.Phone, message = "Box this lap" });
        var bySecond = await web.PostAsync(secondGroup + second + "/sms/send", new { to = TestWeb.Phone, message = "Box this lap" });

        (byFirst.Status, bySecond.Status, sprint.SmsMessages.Count).Should().Be((200, 200, 1));
    }

    [Fact]
    public async Task Endpoints_AccountsOfTwoHostNames_BothAnswer()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services => services.AddPitWallTwilio("sprint", static _ => { }),
            Map = static app =>
            {
                app.MapPitWallTwilio().RequireHost("127.0.0.1");
                app.MapPitWallTwilio(account: "sprint").RequireHost("localhost");
            },
        });

        (await web.GetAsync("/api/twilio/health"))["available"].Should().Be("True");
        (await web.GetAsync("/api/twilio/health", ("Host", "localhost")))["available"].Should().Be("False");
    }
}
