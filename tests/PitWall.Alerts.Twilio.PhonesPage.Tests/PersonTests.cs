using Microsoft.Playwright;
using PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests;

[Collection(BrowserTests.Name)]
public sealed class PersonTests(Browser browser)
{
    private const string Confirm = "<Response><Say>Box this lap</Say><Gather numDigits=\"1\" timeout=\"600\"><Say>Press 1 to confirm</Say></Gather><Say>Nobody confirmed</Say></Response>";

    [BrowserFact]
    public async Task Reply_Typed_ReachesTheHostSigned()
    {
        await using var stage = await PageStage.OpenAsync(browser);
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/inbound");
        await stage.Http.SendSmsAsync(PageStage.PitWall, "Box?");
        await stage.Message("Box?").WaitForAsync();

        await stage.Phone().GetByRole(AriaRole.Textbox, new() { Name = "Reply from Pit wall" }).FillAsync("Copy, in this lap");
        await stage.Page.Keyboard.PressAsync("Enter");

        await stage.Message("Copy, in this lap").And(stage.Page.Locator(".out")).WaitForAsync();
        await stage.Sandbox.WaitForCallbacksAsync();
        var webhook = stage.Host.Received.Should().ContainSingle().Subject;
        webhook["Body"].Should().Be("Copy, in this lap");
        webhook["From"].Should().Be(PageStage.PitWall);
        webhook["To"].Should().Be(stage.Sandbox.PhoneNumber);
        webhook.Verdict.Should().Be(TwilioSignatureVerdict.Valid);
    }

    [BrowserFact]
    public async Task Reply_ToWhatsApp_GoesBackOnWhatsApp()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { EnforcesWhatsAppWindow = false });
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/inbound");
        await stage.Http.PostAsync("/Messages", ("To", "whatsapp:" + PageStage.PitWall), ("From", "whatsapp:" + stage.Sandbox.WhatsAppNumber), ("Body", "*Box* now"));
        await stage.Message("Box now").WaitForAsync();
        // It can be seen before it has arrived, and only then is there something to answer.
        await stage.Message("Box now").Filter(new() { HasText = "delivered" }).WaitForAsync();

        await stage.Phone().Locator("textarea").FillAsync("Copy");
        await stage.Phone().GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await stage.Message("Copy").WaitForAsync();
        await stage.Sandbox.WaitForCallbacksAsync();
        stage.Host.Received.Should().ContainSingle().Which["From"].Should().Be("whatsapp:" + PageStage.PitWall);
    }

    [BrowserFact]
    public async Task Call_Ringing_IsAnsweredAndConfirmedWithAKey()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing });
        stage.Host.Answer = static (_, context) =>
        {
            context.Response.ContentType = "text/xml";
            return context.Response.Body.WriteAsync("<Response><Say>Confirmed</Say></Response>"u8.ToArray()).AsTask();
        };
        await stage.Http.PostAsync(
            "/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", Confirm.Replace("<Gather ", $"<Gather action=\"{stage.Host.Address}/key\" ", StringComparison.Ordinal)));

        await stage.Phone().GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await stage.Phone().Locator(".call.asks .said").Filter(new() { HasText = "Press 1 to confirm" }).WaitForAsync();
        await stage.Phone().GetByRole(AriaRole.Button, new() { Name = "1", Exact = true }).ClickAsync();

        await stage.Phone().Locator(".record").WaitForAsync();
        (await stage.Phone().Locator(".record summary").InnerTextAsync()).Should().Contain("pressed 1");
        stage.Host.Received.Should().ContainSingle().Which["Digits"].Should().Be("1");
        stage.Sandbox.Calls.Should().ContainSingle().Which.Transcript.Should().Equal("Box this lap", "Press 1 to confirm", "Confirmed");
    }

    [BrowserFact]
    public async Task Call_Declined_IsBusy()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing });
        await stage.Http.PostAsync("/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", Confirm));

        await stage.Phone().GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();

        await stage.Phone().Locator(".record[data-status=busy]").WaitForAsync();
        stage.Sandbox.Calls.Should().ContainSingle().Which.Status.Should().Be(SandboxCallStatus.Busy);
    }

    [BrowserFact]
    public async Task Phone_CallingIn_HearsTheHost()
    {
        await using var stage = await PageStage.OpenAsync(browser);
        stage.Sandbox.IncomingCallUrl = new Uri(stage.Host.Address + "/voice");
        stage.Host.Answer = static (_, context) =>
        {
            context.Response.ContentType = "text/xml";
            return context.Response.Body.WriteAsync("<Response><Say>Pit wall listening</Say></Response>"u8.ToArray()).AsTask();
        };

        await stage.Phone().GetByRole(AriaRole.Button, new() { Name = "Call in" }).ClickAsync();

        await stage.Phone().Locator(".record summary").ClickAsync();
        (await stage.Phone().Locator(".record .said").InnerTextAsync()).Should().Be("Pit wall listening");
    }

    [BrowserFact]
    public async Task Fault_SwitchedOn_FailsEverySendUntilItIsSwitchedOff()
    {
        await using var stage = await PageStage.OpenAsync(browser);
        var toggle = stage.Page.GetByRole(AriaRole.Switch, new() { Name = "503 Unavailable" });

        await toggle.ClickAsync();
        await stage.Page.Locator("#fault-rows li.on").WaitForAsync();
        var during = await stage.Http.SendSmsAsync(PageStage.PitWall, "Box");
        var again = await stage.Http.SendSmsAsync(PageStage.PitWall, "Box");
        await toggle.ClickAsync();
        await stage.Page.Locator("#fault-rows:not(:has(.on))").WaitForAsync();
        var after = await stage.Http.SendSmsAsync(PageStage.PitWall, "Box");

        new[] { during.Status, again.Status, after.Status }.Should().Equal(503, 503, 201);
        await stage.Page.Locator("#log-rows .note").Filter(new() { HasText = "fault: 503" }).First.WaitForAsync();
    }

    [BrowserFact]
    public async Task Fault_Once_FailsTheNextSendAlone()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "500 After sending, once" }).ClickAsync();
        await stage.Page.Locator("#fault-rows li.on").WaitForAsync();
        var first = await stage.Http.SendSmsAsync(PageStage.PitWall, "Box");
        await stage.Page.Locator("#fault-rows:not(:has(.on))").WaitForAsync();
        var second = await stage.Http.SendSmsAsync(PageStage.PitWall, "Box");

        new[] { first.Status, second.Status }.Should().Equal(500, 201);
        stage.Sandbox.Messages.Should().HaveCount(2, "the first was sent although the answer says otherwise");
    }

    [BrowserFact]
    public async Task Setup_OfAPhone_RenamesItAndTellsItWhatToDo()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Phone().GetByRole(AriaRole.Button, new() { Name = "Setup" }).ClickAsync();
        await stage.Phone().GetByLabel("Name").FillAsync("Strategist");
        await stage.Page.Keyboard.PressAsync("Tab");
        await stage.Phone().Locator("h2").Filter(new() { HasText = "Strategist" }).WaitForAsync();
        await stage.Phone().Locator("select[name=texts]").SelectOptionAsync("undelivered");
        await stage.Phone().Locator(".setup.odd").WaitForAsync();
        await stage.Http.SendSmsAsync(PageStage.PitWall, "Box");

        await stage.Message("Box").And(stage.Page.Locator(".lost")).WaitForAsync();
        await stage.Page.ReloadAsync();
        await stage.Phone().Locator("h2").Filter(new() { HasText = "Strategist" }).WaitForAsync();
    }
}
