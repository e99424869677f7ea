using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class SendEndpointTests
{
    [Fact]
    public async Task SmsSend_ReplacedClientQuotesANumber_IsLoggedWithoutIt()
    {
        var client = new FakeTwilioAlertClient();
        client.FailNext(new TwilioApiException(HttpStatusCode.BadRequest, TwilioErrorCode.OptedOut, "+34 600 111 222 said STOP, error 21610"));
        await using var web = await TestWeb.StartAsync(new TestWebOptions { Services = s => s.AddSingleton<ITwilioAlertClient>(client) });

        await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "Box this lap" });

        web.Log.Lines.Should().ContainSingle(l => l.EventId == PitWallTwilioEndpointEventIds.SendFailed)
            .Which.Text.Should().Contain("said STOP, error 21610").And.NotContain("111 222");
    }

    [Fact]
    public async Task SmsSend_AsDocumented_SendsAndAnswersInSnakeCase()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "Box this lap", unknown_field = 1 });

        answer.Status.Should().Be(200);
        answer["success"].Should().Be("True");
        answer["status"].Should().Be("queued");
        answer["to"].Should().Be(TestWeb.Phone);
        answer["from"].Should().Be(web.Sandbox.PhoneNumber);
        answer.Json.EnumerateObject().Select(static property => property.Name)
            .Should().Contain(["success", "sid", "status", "to", "from", "message", "timestamp"]);
        web.Sandbox.Phone(TestWeb.Phone).Messages.Should().ContainSingle(message => message.Sid == answer["sid"] && message.Body == "Box this lap");
    }

    [Fact]
    public async Task SmsSend_OptionalFields_ReachTwilio()
    {
        await using var web = await TestWeb.StartAsync();

        await web.PostAsync("/api/twilio/sms/send", new
        {
            to = TestWeb.Phone,
            message = "m",
            from_number = web.Sandbox.PhoneNumber,
            status_callback = "https://your-server.com/twilio/status",
            status_callback_method = "get",
        });

        var create = web.Sandbox.Requests.Single(static request => request.IsCreate);
        create.Field("StatusCallback").Should().Be("https://your-server.com/twilio/status");
        create.Field("StatusCallbackMethod").Should().Be("GET");
        create.Field("From").Should().Be(web.Sandbox.PhoneNumber);
    }

    [Fact]
    public async Task WhatsAppSend_TemplateAndText_ReachTwilio()
    {
        await using var web = await TestWeb.StartAsync();

        await web.PostAsync("/api/twilio/whatsapp/send", new { to = TestWeb.Phone, message = "Free text" });
        await web.PostAsync("/api/twilio/whatsapp/send", new
        {
            to = TestWeb.Phone,
            content_sid = "HX" + new string('a', 32),
            content_variables = new Dictionary<string, string> { ["1"] = "Lap 23" },
        });

        var creates = web.Sandbox.Requests.Where(static request => request.IsCreate).ToList();
        creates.Should().OnlyContain(create => create.Field("To") == "whatsapp:" + TestWeb.Phone);
        creates[0].Field("Body").Should().Be("Free text");
        creates[1].Field("ContentVariables").Should().Be("""{"1":"Lap 23"}""");
    }

    [Fact]
    public async Task VoiceCall_WithoutUrl_SpeaksTheMessage()
    {
        await using var web = await TestWeb.StartAsync();

        var spoken = await web.PostAsync("/api/twilio/voice/call", new { to = TestWeb.Phone, message = "Full course <yellow>", record = true });
        var fetched = await web.PostAsync("/api/twilio/voice/call", new { to = TestWeb.Phone, message = "ignored", url = "https://your-server.com/twiml/voice" });

        spoken.Status.Should().Be(200);
        spoken["sid"].Should().StartWith("CA");
        fetched.Status.Should().Be(200);
        var creates = web.Sandbox.Requests.Where(static request => request.IsCreate).ToList();
        creates[0].Field("Twiml").Should().Contain("Full course &lt;yellow&gt;");
        creates[0].Field("Record").Should().Be("true");
        creates[1].Field("Url").Should().Be("https://your-server.com/twiml/voice");
        creates[1].Field("Twiml").Should().BeNull();
    }

    [Theory]
    [InlineData("""{"message":"m"}""", "to")]
    [InlineData("""{"to":"","message":""}""", "message,to")]
    [InlineData("""{"to":"+34600111222","message":5}""", "message")]
    [InlineData("""{"to":null,"message":"m"}""", "to")]
    [InlineData("""{"to":"+34600111222","to":"+34600111223","message":"m"}""", "to")]
    [InlineData("""{"to":"+34600111222","message":"m","status_callback":"not-an-address"}""", "status_callback")]
    [InlineData("""{"to":"+34600111222","message":"m","status_callback_method":"PUT"}""", "status_callback_method")]
    [InlineData("""{"to":"+1234567890","message":"m"}""", "to")]
    [InlineData("""{"to":"+34600111222","message":"m","from_number":"?"}""", "from_number")]
    public async Task SmsSend_FieldThatIsWrong_IsNamedAndNothingIsSent(string body, string fields)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync("/api/twilio/sms/send", body);

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/problem+json");
        answer["title"].Should().NotBeNullOrEmpty();
        string.Join(',', answer.ErrorFields).Should().Be(fields);
        web.Sandbox.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"to\":\"+34600111222\",\"message\":\"m\"} x")]
    [InlineData("{\"to\":\"+34600111222\",/* no */\"message\":\"m\"}")]
    [InlineData("{\"a\":[[[[[[[[[[[1]]]]]]]]]]],\"to\":\"+34600111222\",\"message\":\"m\"}")]
    public async Task SmsSend_BodyThatIsNoGoodJson_IsRefused(string body)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync("/api/twilio/sms/send", body);

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/problem+json");
        web.Sandbox.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("")]
    public async Task SmsSend_NotJsonByName_IsUnsupported(string contentType)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostTextAsync("/api/twilio/sms/send", """{"to":"+34600111222","message":"m"}""", contentType);

        answer.Status.Should().Be(415);
        web.Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SmsSend_LongBody_IsTooLargeWhetherItSaysSoOrNot()
    {
        await using var web = await TestWeb.StartAsync();
        var body = $$"""{"to":"{{TestWeb.Phone}}","message":"{{new string('a', 70_000)}}"}""";
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/twilio/sms/send") { Content = new StringContent(body, null, "application/json") };
        chunked.Headers.TransferEncodingChunked = true;

        (await web.PostTextAsync("/api/twilio/sms/send", body)).Status.Should().Be(413);
        (await web.SendAsync(chunked)).Status.Should().Be(413);
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("HEAD", 405)]
    [InlineData("OPTIONS", 405)]
    [InlineData("PUT", 405)]
    public async Task SmsSend_AnotherVerb_IsAnsweredByTheFramework(string verb, int expected)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.SendAsync(new HttpRequestMessage(new HttpMethod(verb), "/api/twilio/sms/send"));

        answer.Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(21211, 422, "to")]
    [InlineData(21610, 422, "to")]
    [InlineData(21408, 422, "to")]
    [InlineData(21611, 429, "")]
    [InlineData(20003, 502, "")]
    [InlineData(21606, 502, "")]
    public async Task SmsSend_TwilioRefuses_IsAnsweredWithItsCode(int code, int status, string field)
    {
        await using var web = await TestWeb.StartAsync();
        web.Sandbox.Phone(TestWeb.Phone).Delivery = PhoneDelivery.Refused(code);

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" });

        answer.Status.Should().Be(status);
        answer["twilio_code"].Should().Be(code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        answer["more_info"].Should().StartWith("https://www.twilio.com/docs/");
        answer["acceptance"].Should().Be("not_accepted");
        string.Join(',', answer.ErrorFields).Should().Be(field);
    }

    [Fact]
    public async Task SmsSend_TwilioIsGone_IsABadGatewayThatSaysNothingWasSent()
    {
        await using var web = await TestWeb.StartAsync();
        await web.Sandbox.StopAsync();

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" });

        answer.Status.Should().Be(502);
        answer["acceptance"].Should().Be("not_accepted");
    }

    [Fact]
    public async Task SmsSend_HeldBackByTheGate_IsAnAnswerWithTheReason()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions { Twilio = static (twilio, _) => twilio.Gate.Rehearsal = true });

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" });

        answer.Status.Should().Be(200);
        answer["success"].Should().Be("False");
        answer["reason"].Should().Be("rehearsal");
    }

    [Theory]
    [InlineData("/api/twilio/sms/send")]
    [InlineData("/api/twilio/whatsapp/send")]
    [InlineData("/api/twilio/voice/call")]
    [InlineData("/api/twilio/alerts/sms")]
    public async Task Send_NotConfigured_IsUnavailableAndNamesWhatIsMissing(string path)
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions { Twilio = Unconfigure });

        var answer = await web.PostAsync(path, new { to = TestWeb.Phone, message = "m", alert_type = "fuel", alert_message = "m" });

        answer.Status.Should().Be(503);
        answer.Json.GetProperty("missing").EnumerateArray().Select(static key => key.GetString()).Should().Contain("Twilio_SID");
    }

    [Fact]
    public async Task Health_NotConfigured_IsOkAndNamesWhatIsMissing()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions { Twilio = Unconfigure });

        var answer = await web.GetAsync("/api/twilio/health");

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("available").GetBoolean().Should().BeFalse();
        answer.Json.GetProperty("missing").EnumerateArray().Select(static key => key.GetString())
            .Should().Equal("Twilio_SID", "Twilio_Secret", "Twilio_Phone_Number");
    }

    [Fact]
    public async Task Health_Asked100Times_AsksTwilioOnce()
    {
        await using var web = await TestWeb.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => web.GetAsync("/api/twilio/health")));

        answers.Should().OnlyContain(static answer => answer["available"] == "True");
        web.Sandbox.Requests.Count(static request => request.Path.EndsWith(".json", StringComparison.Ordinal) && request.Path.Contains("/Accounts/AC", StringComparison.Ordinal)
            && !request.Path.Contains("Balance", StringComparison.Ordinal) && !request.Path.Contains("Numbers", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task MessageStatus_KnownAndUnknown_AnswersWhatTwilioKnows()
    {
        await using var web = await TestWeb.StartAsync();
        var sent = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" });

        var known = await web.GetAsync($"/api/twilio/messages/{sent["sid"]}/status");
        var unknown = await web.GetAsync($"/api/twilio/messages/SM{new string('0', 32)}/status");
        var malformed = await web.GetAsync("/api/twilio/messages/nonsense/status");

        known.Status.Should().Be(200);
        known["status"].Should().Be("delivered");
        known.Json.TryGetProperty("error_code", out _).Should().BeTrue();
        unknown.Status.Should().Be(404);
        malformed.Status.Should().Be(400);
        malformed.ErrorFields.Should().Equal("message_sid");
    }

    private static void Unconfigure(PitWallTwilioOptions twilio, Uri self) =>
        (twilio.AccountSid, twilio.AuthToken, twilio.PhoneNumber, twilio.WhatsAppNumber) = (null, null, null, null);
}
