using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Messages;

public class PermissionTests
{
    private const string Driver = "+15125550123";
    private const string TemplateSid = "HX5a4db0c55a4db0c55a4db0c55a4db0c5";

    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop ")]
    [InlineData("Unsubscribe")]
    [InlineData("CANCEL")]
    public async Task OptOut_PhoneSaysStop_IsNotWrittenToUntilStart(string word)
    {
        await using var stage = await Stage.OpenAsync();
        var phone = stage.Sandbox.Phone(Driver);

        await phone.TextAsync(word);
        var stopped = await stage.SendAsync(Driver);
        await phone.TextAsync("START");
        var started = await stage.SendAsync(Driver);

        stopped.Code.Should().Be(21610);
        started.Status.Should().Be(201);
        phone.Messages.Select(static message => message.IsAutomaticReply).Should().Equal(true, true, false);
    }

    [Theory]
    [InlineData("please stop")]
    [InlineData("yes")]
    public async Task OptOut_WordInASentence_MeansNothing(string text)
    {
        await using var stage = await Stage.OpenAsync();

        await stage.Sandbox.Phone(Driver).TextAsync(text);

        (await stage.SendAsync(Driver)).Status.Should().Be(201);
        stage.Sandbox.Phone(Driver).Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task OptOut_OfOneSender_LeavesOthersAndCallsAlone()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { AdditionalSenders = { "+15125550111" } });

        await stage.Sandbox.Phone(Driver).TextAsync("STOP");

        (await stage.Http.PostAsync("/Messages", ("To", Driver), ("From", "+15125550111"), ("Body", "Box"))).Status.Should().Be(201);
        (await stage.Http.PostAsync("/Messages", ("To", Driver), ("MessagingServiceSid", stage.Sandbox.MessagingServiceSid), ("Body", "Box"))).Code.Should().Be(21610);
    }

    [Fact]
    public async Task Trial_VerifiedNumber_GetsThePrefix()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { AccountType = SandboxAccountType.Trial, VerifiedNumbers = { Driver } });

        var answer = await stage.SendAsync(Driver);

        answer["body"].Should().Be("Sent from your Twilio trial account - Box");
        (await stage.Http.GetAsync(""))["type"].Should().Be("Trial");
    }

    [Fact]
    public async Task Trial_UnverifiedNumber_IsRefused()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { AccountType = SandboxAccountType.Trial });

        (await stage.SendAsync(Driver)).Code.Should().Be(21608);
        (await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"))).Code.Should().Be(21219);
    }

    [Fact]
    public async Task WhatsApp_FreeTextWithoutAWindow_IsAcceptedAndFailsWith63016()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await SendWhatsAppAsync(stage, ("Body", "Box"));

        answer.Status.Should().Be(201);
        stage.Host.Statuses.Should().Equal("undelivered");
        stage.Host.Received.Single()["ErrorCode"].Should().Be("63016");
    }

    [Fact]
    public async Task WhatsApp_FreeTextWithin24HoursOfAText_IsDelivered()
    {
        var clock = new ManualTimeProvider();
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = clock });
        await stage.Sandbox.Phone(Driver).TextAsync("hello", channel: SandboxChannel.WhatsApp);

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await SendWhatsAppAsync(stage, ("Body", "in time"));
        clock.Advance(TimeSpan.FromSeconds(1));
        await SendWhatsAppAsync(stage, ("Body", "too late"));

        stage.Sandbox.Phone(Driver).Messages.Select(static message => message.Body).Should().Equal("in time");
    }

    [Fact]
    public async Task WhatsApp_Template_NeedsNoWindow()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { Templates = { new SandboxTemplate(TemplateSid, "Car {{1}}: {{2}}") } });

        await SendWhatsAppAsync(stage, ("ContentSid", TemplateSid), ("ContentVariables", """{"1":"13","2":"Box"}"""));

        var message = stage.Sandbox.Phone(Driver).Messages.Should().ContainSingle().Subject;
        message.Body.Should().Be("Car 13: Box");
        message.ContentSid.Should().Be(TemplateSid);
    }

    [Theory]
    [InlineData("""{"1":"13"}""")]
    [InlineData("""{"1":"13","2":"Box","3":"now"}""")]
    public async Task WhatsApp_TemplateWithWrongVariables_FailsWith63028(string variables)
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { Templates = { new SandboxTemplate(TemplateSid, "Car {{1}}: {{2}}") } });

        await SendWhatsAppAsync(stage, ("ContentSid", TemplateSid), ("ContentVariables", variables));

        stage.Host.Received.Single()["ErrorCode"].Should().Be("63028");
    }

    private static async Task<TwilioAnswer> SendWhatsAppAsync(Stage stage, params (string, string)[] content)
    {
        var answer = await stage.Http.PostAsync(
            "/Messages",
            [("To", "whatsapp:" + Driver), ("From", "whatsapp:" + stage.Sandbox.WhatsAppNumber), ("StatusCallback", stage.Host.Address + "/cb"), .. content]);
        await stage.Sandbox.WaitForCallbacksAsync();
        return answer;
    }
}
