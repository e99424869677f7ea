using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Messages;

public class MessageLifeTests
{
    private const string Driver = "+15125550123";

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(30003)]
    [InlineData(30006)]
    public async Task Phone_Undelivered_ReportsTheCodeAndGetsNothing(int code)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Undelivered(code);

        var answer = await stage.SendAsync(Driver);

        stage.Host.Statuses.Should().Equal("sent", "undelivered");
        stage.Host.Received[^1]["ErrorCode"].Should().Be(code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        stage.Sandbox.Phone(Driver).Messages.Should().BeEmpty();
        var resource = await stage.Http.GetAsync("/Messages/" + answer["sid"]);
        resource.Json.GetProperty("error_code").GetInt32().Should().Be(code);
        resource["error_message"].Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Phone_Failed_IsNeitherSentNorCharged()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();

        await stage.SendAsync(Driver);

        stage.Host.Statuses.Should().Equal("failed");
        stage.Sandbox.Messages.Single().Price.Should().BeNull();
        (await stage.Http.GetAsync("/Balance"))["balance"].Should().Be("100");
    }

    [Fact]
    public async Task Phone_Silent_GetsTheTextButSentIsTheLastReport()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Silent;

        await stage.SendAsync(Driver);

        stage.Host.Statuses.Should().Equal("sent");
        stage.Sandbox.Phone(Driver).Messages.Should().ContainSingle().Which.Status.Should().Be(SandboxMessageStatus.Sent);
    }

    [Fact]
    public async Task Phone_ReportsInReverse_SendsTheLastReportFirst()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = new PhoneDelivery { ReportsInReverse = true };

        await stage.SendAsync(Driver);

        stage.Host.Statuses.Should().Equal("delivered", "sent");
    }

    [Fact]
    public async Task Phone_ReportsTwice_RepeatsEachWithTheSameToken()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = new PhoneDelivery { ReportsTwice = true };

        await stage.SendAsync(Driver);

        stage.Host.Statuses.Should().Equal("sent", "sent", "delivered", "delivered");
        var tokens = stage.Host.Received.Select(static webhook => webhook.Headers["I-Twilio-Idempotency-Token"]).ToList();
        tokens[0].Should().Be(tokens[1]).And.NotBe(tokens[2]);
        tokens[2].Should().Be(tokens[3]);
    }

    [Fact]
    public async Task Phone_ReportsEarly_ReportsBeforeTheCreateIsAnswered()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = new PhoneDelivery { ReportsEarly = true };

        await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", stage.Host.Address + "/cb"));

        // No wait: the answer came after them.
        stage.Host.Statuses.Should().Equal("sent", "delivered");
    }

    [Theory]
    [InlineData(false, "sent", "delivered", "read")]
    [InlineData(true, "sent", "read")]
    public async Task Phone_ReadsWhatsApp_ReportsReading(bool skipsDelivered, params string[] statuses)
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { EnforcesWhatsAppWindow = false });
        stage.Sandbox.Phone(Driver).Delivery = new PhoneDelivery { Reads = true, SkipsDelivered = skipsDelivered };

        await stage.Http.PostAsync(
            "/Messages", ("To", "whatsapp:" + Driver), ("From", "whatsapp:" + stage.Sandbox.WhatsAppNumber), ("Body", "Box"), ("StatusCallback", stage.Host.Address + "/cb"));
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Host.Statuses.Should().Equal(statuses);
        stage.Host.Received[^1]["EventType"].Should().Be("READ");
        stage.Host.Received[^1]["ChannelPrefix"].Should().Be("whatsapp");
    }

    [Fact]
    public async Task Phone_ReadsSms_ReportsNoReading()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = new PhoneDelivery { Reads = true };

        await stage.SendAsync(Driver);

        stage.Host.Statuses.Should().Equal("sent", "delivered");
    }

    [Fact]
    public async Task Phone_Refused_RefusesTheCreate()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Refused(21614);

        (await stage.SendAsync(Driver)).Code.Should().Be(21614);

        stage.Sandbox.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task Price_OfTwoSegments_IsTakenFromTheBalance()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.SendSmsAsync(Driver, new string('x', 161));

        answer["num_segments"].Should().Be("2");
        (await stage.Http.GetAsync("/Messages/" + answer["sid"]))["price"].Should().Be("-0.01660");
        (await stage.Http.GetAsync("/Balance"))["balance"].Should().Be("99.9834");
    }

    [Fact]
    public async Task Update_EmptyBody_RedactsTheResourceButNotThePhone()
    {
        await using var stage = await Stage.OpenAsync();
        var sid = (await stage.SendAsync(Driver))["sid"];

        var answer = await stage.Http.PostAsync("/Messages/" + sid, ("Body", ""));

        answer.Status.Should().Be(200);
        answer["body"].Should().BeEmpty();
        stage.Sandbox.Phone(Driver).Messages.Single().Body.Should().Be("Box");
    }

    [Theory]
    [InlineData("Body=other", 30400)]
    [InlineData("Status=sent", 30400)]
    [InlineData("Status=canceled", 30409)]
    [InlineData("Unknown=1", 30400)]
    public async Task Update_OfADeliveredMessage_IsRefused(string form, int code)
    {
        await using var stage = await Stage.OpenAsync();
        var sid = (await stage.SendAsync(Driver))["sid"];
        var pair = form.Split('=');

        (await stage.Http.PostAsync("/Messages/" + sid, (pair[0], pair[1]))).Code.Should().Be(code);
    }

    [Fact]
    public async Task Delete_FinalMessage_RemovesIt()
    {
        await using var stage = await Stage.OpenAsync();
        var sid = (await stage.SendAsync(Driver))["sid"];

        (await stage.Http.DeleteAsync("/Messages/" + sid)).Status.Should().Be(204);

        (await stage.Http.GetAsync("/Messages/" + sid)).Code.Should().Be(20404);
        stage.Sandbox.Phone(Driver).Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task Delete_QueuedMessage_IsRefused()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock, Pace = new SandboxPace { Send = TimeSpan.FromSeconds(1) } });
        var sid = (await stage.Http.SendSmsAsync(Driver, "Box"))["sid"];

        (await stage.Http.DeleteAsync("/Messages/" + sid)).Code.Should().Be(20009);
    }

    [Fact]
    public async Task Schedule_TimeComes_IsSent()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock });
        var answer = await ScheduleAsync(stage);
        _clock.Advance(TimeSpan.FromMinutes(10));
        stage.Sandbox.Phone(Driver).Messages.Should().BeEmpty();

        _clock.Advance(TimeSpan.FromMinutes(10));
        await stage.Sandbox.WaitForCallbacksAsync();

        answer["status"].Should().Be("scheduled");
        stage.Host.Statuses.Should().Equal("queued", "sent", "delivered");
        stage.Sandbox.Phone(Driver).Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task Schedule_Canceled_IsNeverSent()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock });
        var sid = (await ScheduleAsync(stage))["sid"];

        var canceled = await stage.Http.PostAsync("/Messages/" + sid, ("Status", "canceled"));
        _clock.Advance(TimeSpan.FromHours(1));
        await stage.Sandbox.WaitForCallbacksAsync();

        canceled["status"].Should().Be("canceled");
        stage.Host.Statuses.Should().Equal("canceled");
        stage.Sandbox.Phone(Driver).Messages.Should().BeEmpty();
        (await stage.Http.PostAsync("/Messages/" + sid, ("Status", "canceled"))).Code.Should().Be(30409);
    }

    [Fact]
    public async Task Retention_Discard_EmptiesTheResourceOnceSettled()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.SendSmsAsync(Driver, "Box", ("ContentRetention", "discard"), ("AddressRetention", "obfuscate"));

        var resource = await stage.Http.GetAsync("/Messages/" + answer["sid"]);
        resource["body"].Should().BeEmpty();
        resource["to"].Should().Be("+1512555XXXX");
        stage.Sandbox.Phone(Driver).Messages.Single().Body.Should().Be("Box");
    }

    [Fact]
    public async Task Retention_ObfuscatedPlaceholderShorterThanWhatIsHidden_IsHiddenWhole()
    {
        var options = new TwilioSandboxOptions();
        options.PlaceholderNumbers.Add("+12");
        await using var stage = await Stage.OpenAsync(options);

        var answer = await stage.Http.SendSmsAsync("+12", "Box", ("AddressRetention", "obfuscate"));

        answer.Status.Should().Be(201);
        answer["to"].Should().Be("XXXX");
    }

    [Theory]
    [InlineData("Gap – 1.2s “now”", "Gap - 1.2s \"now\"", "1")]
    [InlineData("Gap – 1.2s 🏁", "Gap – 1.2s 🏁", "1")]
    public async Task SmartEncoding_LookAlikes_AreReplacedOnlyIfThatMakesTheTextGsm7(string body, string expected, string segments)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.SendSmsAsync(Driver, body, ("SmartEncoded", "true"));

        answer["body"].Should().Be(expected);
        answer["num_segments"].Should().Be(segments);
    }

    [Fact]
    public async Task Feedback_Confirmed_IsTaken()
    {
        await using var stage = await Stage.OpenAsync();
        var sid = (await stage.SendAsync(Driver))["sid"];

        var answer = await stage.Http.PostAsync($"/Messages/{sid}/Feedback", ("Outcome", "confirmed"));

        answer.Status.Should().Be(201);
        answer["message_sid"].Should().Be(sid);
    }

    private Task<TwilioAnswer> ScheduleAsync(Stage stage) => stage.Http.PostAsync(
        "/Messages",
        ("To", Driver),
        ("MessagingServiceSid", stage.Sandbox.MessagingServiceSid),
        ("Body", "Box"),
        ("ScheduleType", "fixed"),
        ("SendAt", _clock.GetUtcNow().AddMinutes(20).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)),
        ("StatusCallback", stage.Host.Address + "/cb"));
}
