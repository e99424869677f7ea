using PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests;

[Collection(BrowserTests.Name)]
public sealed class HostileTextTests(Browser browser)
{
    private const string Hostile = "<img src=x onerror=\"window.broken=1\"><script>window.broken=1</script></span>\"'&amp;\u202Ekcab <b>bold</b>";

    [BrowserFact]
    public async Task Text_FullOfMarkup_IsShownAsItIsWritten()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { EnforcesWhatsAppWindow = false, PhoneRoles = { new("+34600111222", Hostile[..24]) } });
        var twiml = $"<Response><Say>{System.Security.SecurityElement.Escape(Hostile)}</Say><Dial>1</Dial></Response>";
        stage.Host.Answer = static (_, context) =>
        {
            context.Response.ContentType = "text/xml";
            return context.Response.Body.WriteAsync("<img src=x onerror='window.broken=1'>"u8.ToArray()).AsTask();
        };

        await stage.Http.SendSmsAsync(PageStage.PitWall, Hostile, ("StatusCallback", stage.Host.Address + "/<script>window.broken=1</script>?a=<b>"), ("<script>", "<script>"));
        await stage.Http.PostAsync("/Messages", ("To", "whatsapp:" + PageStage.PitWall), ("From", "whatsapp:" + stage.Sandbox.WhatsAppNumber), ("Body", $"*{Hostile}* WA"));
        await stage.Http.PostAsync("/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", twiml));
        await stage.Sandbox.Phone(PageStage.PitWall).TextAsync(Hostile);
        await stage.Sandbox.WaitForCallbacksAsync();

        await stage.Message(" WA").WaitForAsync();
        await stage.Phone().Locator(".record").WaitForAsync();
        await stage.Message("bold").And(stage.Page.Locator(".out")).WaitForAsync();
        foreach (var details in await stage.Page.Locator("summary").AllAsync()) await details.ClickAsync();
        (await stage.Message("bold").First.Locator(".words").TextContentAsync()).Should().Be(Hostile);
        (await stage.Phone().Locator(".record .said li").First.TextContentAsync()).Should().Be(Hostile);
        (await stage.Page.Locator("#row img, #row script, #log img, #log script, #row .text b *").CountAsync()).Should().Be(0);
        (await stage.Page.EvaluateAsync<bool>("'broken' in window")).Should().BeFalse();
        stage.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Page_AskedToRunAString_IsStoppedByItsPolicy()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        var inserted = await stage.Page.EvaluateAsync<string>("() => { try { document.body.innerHTML = '<b>x</b>'; return 'inserted'; } catch (error) { return error.name; } }");
        var sent = await stage.Page.EvaluateAsync<string>("address => fetch(address).then(() => 'sent', error => error.name)", stage.Host.Address);

        inserted.Should().Be("TypeError");
        sent.Should().Be("TypeError");
        stage.Host.Received.Should().BeEmpty();
        stage.Complaints.Should().Contain(complaint => complaint.Contains("connect-src 'self'", StringComparison.Ordinal));
    }

    /// <summary>Source: Unicode Standard Annex 9, rules P2 and P3: a paragraph goes the way of its first strong character.</summary>
    [BrowserFact]
    public async Task Text_RightToLeft_ReadsFromTheRight()
    {
        await using var stage = await PageStage.OpenAsync(browser);

        await stage.Http.SendSmsAsync(PageStage.PitWall, "HIGH: Pit Stop\n\u05E2\u05E6\u05D5\u05E8, 15!\nPitWall 14:32:05 UTC");
        await stage.Sandbox.Phone(PageStage.PitWall).TextAsync("Copy");

        (await LeftOfAsync("\u05E2\u05E6\u05D5\u05E8", first: true)).Should().BeGreaterThan(await LeftOfAsync("\u05E2\u05E6\u05D5\u05E8", first: false));
        (await LeftOfAsync("Copy", first: true)).Should().BeLessThan(await LeftOfAsync("Copy", first: false));

        async Task<double> LeftOfAsync(string text, bool first)
        {
            var words = stage.Message(text).Locator(".words");
            await words.WaitForAsync();
            return await words.EvaluateAsync<double>(
                "(node, first) => { const text = node.firstChild, range = document.createRange(), at = first ? 0 : text.data.length - 1; range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left; }",
                first);
        }
    }
}
