using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class AlertEndpointTests
{
    public static TheoryData<string, object> Requests => new()
    {
        { "sms", new { to = TestWeb.Phone, alert_type = "tire_wear", alert_message = "Box, box", severity = "high" } },
        { "strategy", new { to = TestWeb.Phone, alert_type = "my_own", alert_message = "Box, box", valid_for_seconds = 90, topic = "car-13", deduplication_key = "k" } },
        { "coaching", new { to = TestWeb.Phone, alert_type = "late_brake", alert_message = "Box, box", priority = "LOW", category = "braking", improvement_area = "corner_exit" } },
        { "critical", new { to = TestWeb.Phone, alert_message = "Box, box" } },
        { "batch", new { to = TestWeb.Phone, alerts = new object[] { new { alert_type = "fuel", alert_message = "Box, box" }, new { kind = "critical", alert_message = "Stop" } } } },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Alerts_EveryKind_ReachesThePhoneAndTheLedger(string kind, object body)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostAsync($"/api/twilio/alerts/{kind}", body);

        answer.Status.Should().Be(200);
        answer["success"].Should().Be("True");
        web.Sandbox.Phone(TestWeb.Phone).Messages.Should().ContainSingle().Which.Body.Should().Contain("Box, box");
        await web.Sandbox.WaitForCallbacksAsync();
        var entry = await web.GetAsync($"/api/twilio/alerts/{answer["id"]}");
        entry.Status.Should().Be(200);
        entry["outcome"].Should().Be("accepted");
        entry["status"].Should().Be("delivered");
        entry["sid"].Should().Be(answer["sid"]);
        entry["to"].Should().NotContain("600111");
        entry.Json.GetProperty("times").TryGetProperty("delivered", out _).Should().BeTrue();
        entry["detail"].Should().BeNull();
    }

    [Theory]
    [InlineData("whatsapp")]
    [InlineData("voice")]
    public async Task Alerts_OtherChannel_GoThere(string channel)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostAsync("/api/twilio/alerts/critical", new { to = TestWeb.Phone, alert_message = "Full course yellow", channel });

        answer.Status.Should().Be(200);
        answer["sid"].Should().StartWith(channel == "voice" ? "CA" : "SM");
    }

    [Fact]
    public async Task Alerts_Duplicate_IsAnAnswerWithTheReason()
    {
        await using var web = await TestWeb.StartAsync();
        var body = new { to = TestWeb.Phone, alert_type = "fuel", alert_message = "Fuel short by 1.7 laps" };
        await web.PostAsync("/api/twilio/alerts/sms", body);

        var answer = await web.PostAsync("/api/twilio/alerts/sms", body);

        answer.Status.Should().Be(200);
        answer["success"].Should().Be("False");
        answer["reason"].Should().Be("duplicate");
        web.Sandbox.Phone(TestWeb.Phone).Messages.Should().ContainSingle();
        var list = await web.GetAsync("/api/twilio/alerts?limit=1");
        list.Json.GetProperty("alerts").GetArrayLength().Should().Be(1);
        list.Json.GetProperty("alerts")[0].GetProperty("reason").GetString().Should().Be("duplicate");
        list.Json.GetProperty("by_reason").GetProperty("duplicate").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("sms", """{"to":"+34600111222","alert_type":"fuel","alert_message":"m","severity":"urgent"}""", "severity")]
    [InlineData("sms", """{"to":"+34600111222","alert_type":"¿?","alert_message":"m"}""", "alert_type")]
    [InlineData("sms", """{"alert_type":"fuel"}""", "alert_message,to")]
    [InlineData("sms", """{"to":"+1234567890","alert_type":"fuel","alert_message":"m"}""", "to")]
    [InlineData("strategy", """{"to":"+34600111222","alert_type":"fuel","alert_message":"m","channel":"pigeon","valid_for_seconds":0}""", "channel,valid_for_seconds")]
    [InlineData("strategy", """{"to":"+34600111222","alert_type":"fuel","alert_message":"m","valid_for_seconds":1}""", "valid_for_seconds")]
    [InlineData("batch", """{"to":"+34600111222","alerts":[]}""", "alerts")]
    [InlineData("batch", """{"to":"+34600111222","alerts":[{"alert_message":"m"},{"kind":"x","alert_type":"fuel","alert_message":""}]}""", "alerts[0].alert_type,alerts[1].alert_message,alerts[1].kind")]
    [InlineData("batch", """{"to":"+34600111222","alerts":[{"alert_type":7}]}""", "alerts[0].alert_type")]
    public async Task Alerts_FieldThatIsWrong_IsNamedAndNothingIsSent(string kind, string body, string fields)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync($"/api/twilio/alerts/{kind}", body);

        answer.Status.Should().Be(400);
        string.Join(',', answer.ErrorFields).Should().Be(fields);
        web.Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Alerts_TwilioRefuses_IsAnsweredWithItsCodeAndTheAlertsId()
    {
        await using var web = await TestWeb.StartAsync();
        web.Sandbox.Phone(TestWeb.Phone).Delivery = PhoneDelivery.Refused(21610);

        var answer = await web.PostAsync("/api/twilio/alerts/sms", new { to = TestWeb.Phone, alert_type = "fuel", alert_message = "m" });

        answer.Status.Should().Be(422);
        answer["twilio_code"].Should().Be("21610");
        (await web.GetAsync($"/api/twilio/alerts/{answer["id"]}"))["outcome"].Should().Be("failed");
    }

    [Theory]
    [InlineData("/api/twilio/alerts/unknown", 404)]
    [InlineData("/api/twilio/alerts?limit=0", 400)]
    [InlineData("/api/twilio/alerts?limit=many", 400)]
    public async Task Alerts_QuestionWithoutAnAnswer_IsAProblem(string path, int status)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.GetAsync(path);

        answer.Status.Should().Be(status);
        answer.ContentType.Should().Be("application/problem+json");
    }
}
