using PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests;

[Collection(BrowserTests.Name)]
public sealed class LiveTests(Browser browser)
{
    [BrowserFact]
    public async Task Message_Sent_AppearsOnItsPhoneWithSeverityStatusAndSize()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Http.SendSmsAsync(PageStage.PitWall, "HIGH: Tire Wear\nPace is down 0.9s a lap\nPitWall 14:32:05 UTC");

        var message = stage.Message("Pace is down");
        await message.WaitForAsync();
        (await message.GetAttributeAsync("data-severity")).Should().Be("high");
        (await message.Locator(".head").InnerTextAsync()).Should().Be("HIGH: Tire Wear");
        (await message.Locator(".words").InnerTextAsync()).Should().Be("Pace is down 0.9s a lap");
        (await message.Locator(".sign").InnerTextAsync()).Should().Be("PitWall 14:32:05 UTC");
        (await message.Locator(".word").InnerTextAsync()).Should().Be("Delivered");
        (await message.Locator(".size").InnerTextAsync()).Should().Be("1 segment · GSM-7 · $0.0083");
        (await stage.Phone(PageStage.Engineer).Locator(".message").CountAsync()).Should().Be(0);
        stage.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Message_OfManyUcs2Segments_ShowsWhatItCosts()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Http.SendSmsAsync(PageStage.PitWall, "🔴 " + new string('x', 140));

        await stage.Message("xxx").Locator(".dear").WaitForAsync();
        (await stage.Message("xxx").Locator(".size").InnerTextAsync()).Should().Be("3 segments · UCS-2 · $0.0249");
        await stage.Page.Locator("#tally-segments").Filter(new() { HasText = "3" }).WaitForAsync();
        (await stage.Page.Locator("#tally-cost").InnerTextAsync()).Should().Be("$0.0249");
    }

    [BrowserFact]
    public async Task Message_OnItsWay_ShowsEachTickInTurn()
    {
        var clock = new ManualTimeProvider();
        await using var stage = await PageStage.OpenAsync(browser, new()
        {
            TimeProvider = clock,
            Pace = new() { Send = TimeSpan.FromSeconds(2), Deliver = TimeSpan.FromSeconds(3), Read = TimeSpan.FromSeconds(60) },
        });
        stage.Sandbox.Phone(PageStage.Engineer).Delivery = new() { Reads = true };
        await stage.Sandbox.Phone(PageStage.Engineer).TextAsync("hello", channel: SandboxChannel.WhatsApp);
        var word = stage.Message("Box", PageStage.Engineer).Locator(".word");

        await stage.Http.PostAsync("/Messages", ("To", "whatsapp:" + PageStage.Engineer), ("From", "whatsapp:" + stage.Sandbox.WhatsAppNumber), ("Body", "Box"));
        await word.Filter(new() { HasText = "Queued" }).WaitForAsync();
        clock.Advance(TimeSpan.FromSeconds(2));
        await word.Filter(new() { HasText = "Sent" }).WaitForAsync();
        clock.Advance(TimeSpan.FromSeconds(3));
        await word.Filter(new() { HasText = "Delivered in 5 s" }).WaitForAsync();
        clock.Advance(TimeSpan.FromSeconds(60));
        await word.Filter(new() { HasText = "Read" }).WaitForAsync();

        (await stage.Message("Box", PageStage.Engineer).Locator(".size").InnerTextAsync()).Should().Be("WhatsApp");
    }

    [BrowserFact]
    public async Task Message_NotDelivered_ShowsTheCodeAndTheReason()
    {
        await using var stage = await PageStage.OpenAsync(browser);
        stage.Sandbox.Phone(PageStage.PitWall).Delivery = PhoneDelivery.Undelivered();

        await stage.Http.SendSmsAsync(PageStage.PitWall, "Box");

        await stage.Message("Box").Locator(".reason").WaitForAsync();
        (await stage.Message("Box").Locator(".word").InnerTextAsync()).Should().Be("Not delivered 30003");
        (await stage.Message("Box").Locator(".reason").InnerTextAsync()).Should().Be("Unreachable destination handset");
        (await stage.Page.Locator("#tally-lost").InnerTextAsync()).Should().Be("1");
    }

    [BrowserFact]
    public async Task Message_ToAnUnknownNumber_MakesItsPhone()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Http.SendSmsAsync("+34600111222", "Box");

        await stage.Message("Box", "+34600111222").WaitForAsync();
        (await stage.Phone("+34600111222").Locator("h2").InnerTextAsync()).Should().Be("+34600111222");
    }

    [BrowserFact]
    public async Task Page_OpenedLater_ShowsWhatHasHappened()
    {
        await using var stage = await PageStage.OpenAsync(browser, opens: false);
        await stage.Http.SendSmsAsync(PageStage.PitWall, "Box this lap");

        await stage.GoAsync();

        await stage.Message("Box this lap").WaitForAsync();
        (await stage.Page.Locator("#log-rows > li").First.InnerTextAsync()).Should().Contain("POST Messages").And.Contain("201");
        (await stage.Page.Locator("#tally-texts").InnerTextAsync()).Should().Be("1");
    }

    [BrowserFact]
    public async Task Thread_OfManyMessages_KeepsTheNewestInOrder()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        for (var i = 1; i <= 200; i++) await stage.Http.SendSmsAsync(PageStage.PitWall, $"Lap {i}.");

        await stage.Message("Lap 200.").WaitForAsync();
        var words = await stage.Phone().Locator(".words").AllTextContentsAsync();
        words.Should().Equal(Enumerable.Range(141, 60).Select(static lap => $"Lap {lap}."));
    }

    [BrowserFact]
    public async Task Alert_Arriving_IsSpokenToScreenReaders()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Http.SendSmsAsync(PageStage.PitWall, "HIGH: Pit Stop\nBox this lap");
        await stage.Http.SendSmsAsync(PageStage.PitWall, "CRITICAL: FULL COURSE YELLOW");

        await stage.Page.Locator("#polite[aria-live=polite]").Filter(new() { HasText = "Pit wall: HIGH: Pit Stop" }).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        (await stage.Page.Locator("#assertive[aria-live=assertive]").TextContentAsync()).Should().Be("Pit wall: CRITICAL: FULL COURSE YELLOW");
    }

    [BrowserFact]
    public async Task Sandbox_Stopped_ShowsThatNothingIsLive()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Sandbox.StopAsync();

        await stage.Page.Locator(".live[data-state=lost]").WaitForAsync();
    }

    [BrowserFact]
    public async Task Sandbox_StartedAgain_ShowsNothingOfTheOneBefore()
    {
        const string phone = "+34600111222";
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing, PhoneRoles = { new(phone, "Old name") } });
        await stage.Http.SendSmsAsync(phone, "Box this lap");
        await stage.Http.PostAsync("/Calls", ("To", phone), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"));
        await stage.Message("Box this lap", phone).WaitForAsync();
        await stage.Phone(phone).Locator(".call.rings").WaitForAsync();
        var port = stage.Sandbox.BaseAddress.Port;
        await stage.Sandbox.StopAsync();
        await stage.Page.Locator(".live[data-state=lost]").WaitForAsync();
        (await stage.Page.TitleAsync()).Should().Be("Phones · PitWall sandbox", "nothing rings where there is no sandbox");

        await using var next = await TwilioSandbox.StartAsync(new() { Port = port });
        using var http = new TwilioHttp(next);
        await stage.Page.Locator(".live[data-state=live]").WaitForAsync();
        await http.SendSmsAsync(PageStage.Engineer, "Stay out");
        await stage.Message("Stay out", PageStage.Engineer).WaitForAsync();

        (await stage.Phone(phone).Locator(".message, .call").CountAsync()).Should().Be(0);
        (await stage.Phone(phone).Locator("h2").InnerTextAsync()).Should().Be(phone);
        (await stage.Page.Locator("#log-rows > li").AllInnerTextsAsync()).Should().ContainSingle().Which.Should().Contain("Stay out");
    }

    [BrowserFact]
    public async Task Call_RingingWhile60OthersWereMade_IsShownToAPageOpenedThen()
    {
        await using var stage = await PageStage.OpenAsync(browser, opens: false);
        stage.Sandbox.Phone(PageStage.PitWall).Answering = PhoneAnswering.Ringing;
        await stage.Http.PostAsync("/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"));
        for (var i = 0; i < 60; i++) await stage.Http.PostAsync("/Calls", ("To", PageStage.Engineer), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"));

        await stage.GoAsync();

        await stage.Phone(PageStage.Engineer).Locator(".record").First.WaitForAsync();
        (await stage.Phone().Locator(".call.rings").CountAsync()).Should().Be(1);
    }

    [BrowserFact]
    public async Task Phones_MoreThanTheRowHolds_LeaveTheOneThatRings()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { PhoneRoles = { } });
        stage.Sandbox.Phone("+34600111222").Answering = PhoneAnswering.Ringing;
        await stage.Http.PostAsync("/Calls", ("To", "+34600111222"), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"));
        await stage.Phone("+34600111222").Locator(".call.rings").WaitForAsync();

        for (var i = 0; i < 30; i++) await stage.Http.SendSmsAsync($"+346001113{i:00}", "Box");
        await stage.Phone("+34600111329").WaitForAsync();

        (await stage.Phone("+34600111222").Locator(".call.rings").CountAsync()).Should().Be(1);
        (await stage.Page.Locator(".phone").CountAsync()).Should().Be(24);
    }
}
