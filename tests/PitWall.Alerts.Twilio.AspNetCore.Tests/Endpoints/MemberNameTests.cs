using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A name that is spelled wrong must not change what is sent, and one in another case means the same.</summary>
public class MemberNameTests
{
    private const string ItemFields = "kind, alert_type, alert_message, severity, category, improvement_area";

    [Theory]
    [InlineData("strategy", """{"to":"+34600111222","alert_type":"fuel","alert_message":"m","chanel":"voice"}""", "chanel")]
    [InlineData("coaching", """{"to":"+34600111222","alert_type":"tires","alert_message":"m","severity":"high"}""", "severity")]
    [InlineData("critical", """{"to":"+34600111222","alert_message":"Red flag","chanel":"voice"}""", "chanel")]
    [InlineData("critical", """{"to":"+34600111222","alert_message":"","chanel":"voice","channel":"pigeon","":null}""", ",alert_message,chanel,channel")]
    [InlineData("batch", """{"to":"+34600111222","chanel":"voice","alerts":[{"kind":"critical","alert_message":"m"}]}""", "chanel")]
    [InlineData("batch", """{"to":"+34600111222","alerts":[{"kind":"critical","alert_message":"m"},{"kind":"critical","alert_message":"m","channel":"voice"}]}""", "alerts[1].channel")]
    public async Task Alerts_MemberThatDoesNotExist_IsNamedAndNothingIsSent(string kind, string body, string fields)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync($"/api/twilio/alerts/{kind}", body);

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/problem+json");
        string.Join(',', answer.ErrorFields).Should().Be(fields);
        web.Sandbox.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("critical", """{"to":"+34600111222","alert_message":"Red flag","chanel":"voice"}""", "chanel", "alert_message, channel, to, valid_for_seconds, deduplication_key, topic")]
    [InlineData("batch", """{"to":"+34600111222","alerts":[{"alert_type":"fuel","alert_message":"m","priority":"high"}]}""", "alerts[0].priority", ItemFields)]
    public async Task Alerts_MemberThatDoesNotExist_IsToldWhichDo(string kind, string body, string member, string fields)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync($"/api/twilio/alerts/{kind}", body);

        answer.Json.GetProperty("errors").GetProperty(member)[0].GetString().Should().Be($"is not a field here. The fields are: {fields}.");
    }

    [Fact]
    public async Task Alerts_ThousandsOfMembersThatDoNotExist_AreAnsweredWithAFew()
    {
        await using var web = await TestWeb.StartAsync();
        var members = string.Concat(Enumerable.Range(0, 5_000).Select(static i => $",\"x{i}\":1"));

        var answer = await web.PostTextAsync("/api/twilio/alerts/critical", $$"""{"to":"{{TestWeb.Phone}}","alert_message":"m"{{members}}}""");

        answer.Status.Should().Be(400);
        answer.ErrorFields.Should().HaveCount(10);
    }

    [Theory]
    [InlineData("/sms/send", """{"to":"+34600111222","message":"m","priority":1}""")]
    [InlineData("/whatsapp/send", """{"to":"+34600111222","message":"m","priority":1}""")]
    [InlineData("/voice/call", """{"to":"+34600111222","message":"m","priority":1}""")]
    [InlineData("/alerts/sms", """{"to":"+34600111222","alert_type":"fuel","alert_message":"m","priority":1}""")]
    public async Task Send_RouteOfTheOriginal_TakesNoNoticeOfOtherMembers(string route, string body)
    {
        await using var web = await StartAsync();

        var answer = await web.PostTextAsync("/api/twilio" + route, body);

        answer.Status.Should().Be(200);
    }

    [Theory]
    [InlineData("/sms/send", """{"To":"+34600111222","MESSAGE":"m"}""")]
    [InlineData("/whatsapp/send", """{"To":"+34600111222","Message":"m"}""")]
    [InlineData("/voice/call", """{"To":"+34600111222","Message":"m"}""")]
    [InlineData("/alerts/sms", """{"TO":"+34600111222","Alert_Type":"fuel","Alert_Message":"m"}""")]
    [InlineData("/alerts/strategy", """{"TO":"+34600111222","Alert_Type":"fuel","Alert_Message":"m"}""")]
    [InlineData("/alerts/coaching", """{"TO":"+34600111222","Alert_Type":"tires","Alert_Message":"m"}""")]
    [InlineData("/alerts/critical", """{"TO":"+34600111222","Alert_Message":"m"}""")]
    [InlineData("/alerts/batch", """{"TO":"+34600111222","Alerts":[{"Alert_Type":"fuel","Alert_Message":"m"}]}""")]
    public async Task Send_NamesInAnotherCase_AreTheSameFields(string route, string body)
    {
        await using var web = await StartAsync();

        var answer = await web.PostTextAsync("/api/twilio" + route, body);

        answer.Status.Should().Be(200);
        answer["success"].Should().Be("True");
    }

    [Fact]
    public async Task Alerts_ChannelInAnotherCase_IsTheChannel()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync("/api/twilio/alerts/critical", """{"to":"+34600111222","alert_message":"Red flag","Channel":"voice"}""");

        answer["sid"].Should().StartWith("CA");
    }

    [Theory]
    [InlineData("/sms/send", """{"to":"+34600111222","To":"+34600111223","message":"m"}""")]
    [InlineData("/alerts/critical", """{"to":"+34600111222","alert_message":"m","channel":"sms","Channel":"voice"}""")]
    [InlineData("/alerts/critical", """{"to":"+34600111222","alert_message":"m","channel":"voice","channel":"voice"}""")]
    [InlineData("/alerts/batch", """{"to":"+34600111222","alerts":[{"kind":"critical","alert_message":"m","Alert_Message":"n"}]}""")]
    public async Task Send_FieldThatIsThereTwiceInAnyCase_IsRefused(string route, string body)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync("/api/twilio" + route, body);

        answer.Status.Should().Be(400);
        answer.Json.GetProperty("errors").EnumerateObject().Single().Value[0].GetString().Should().Contain("is there twice");
        web.Sandbox.Requests.Should().BeEmpty();
    }

    /// <summary>The names of a template's variables are Twilio's, which tells cases apart.</summary>
    [Fact]
    public async Task WhatsAppSend_VariablesThatDifferInCase_AreBothPassedOn()
    {
        await using var web = await StartAsync();

        await web.PostTextAsync(
            "/api/twilio/whatsapp/send",
            $$$"""{"to":"{{{TestWeb.Phone}}}","content_sid":"HX{{{new string('a', 32)}}}","content_variables":{"lap":"23","Lap":"24"}}""");

        web.Sandbox.Requests.Single(static request => request.IsCreate).Field("ContentVariables").Should().Be("""{"lap":"23","Lap":"24"}""");
    }

    private static Task<TestWeb> StartAsync() => TestWeb.StartAsync(new TestWebOptions { Sandbox = new TwilioSandboxOptions { EnforcesWhatsAppWindow = false } });
}
