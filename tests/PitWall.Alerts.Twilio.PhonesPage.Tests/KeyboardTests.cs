using PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests;

[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(Browser browser)
{
    [BrowserFact]
    public async Task Keyboard_Alone_RepliesAnswersAndPressesAKey()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing });
        var keyboard = stage.Page.Keyboard;

        await keyboard.PressAsync("Alt+2");
        await keyboard.TypeAsync("Copy");
        await keyboard.PressAsync("Enter");
        await stage.Message("Copy", PageStage.Engineer).WaitForAsync();
        await stage.Http.PostAsync(
            "/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Gather numDigits=\"2\" timeout=\"600\"><Say>Which lap?</Say></Gather></Response>"));
        await stage.Phone().Locator(".call.rings").WaitForAsync();
        await keyboard.PressAsync("Alt+a");
        await keyboard.PressAsync("Enter");
        await stage.Phone().Locator(".call.asks").WaitForAsync();
        await keyboard.TypeAsync("17");

        await stage.Phone().Locator(".record").WaitForAsync();
        stage.Sandbox.Calls.Should().ContainSingle().Which.PressedKeys.Should().Be("17");
    }

    [BrowserFact]
    public async Task Tab_FromTheTop_ReachesEveryControlWithVisibleFocus()
    {
        await using var stage = await PageStage.OpenAsync(browser);
        var count = await stage.Page.EvaluateAsync<int>("[...document.querySelectorAll('a, button:not(:disabled), select, textarea, input, [tabindex=\"0\"], summary')].filter(node => node.offsetParent !== null).length");

        var seen = new HashSet<string>();
        var unmarked = new List<string>();
        for (var i = 0; i < count; i++)
        {
            await stage.Page.Keyboard.PressAsync("Tab");
            var focus = await stage.Page.EvaluateAsync<string[]>("""
                () => {
                  const node = document.activeElement;
                  node.dataset.stop ??= Math.random();
                  return [node.dataset.stop, node.outerHTML.slice(0, 80), getComputedStyle(node).outlineStyle + getComputedStyle(node).outlineWidth];
                }
                """);
            seen.Add(focus[0]);
            if (focus[2] != "solid3px") unmarked.Add(focus[1]);
        }

        seen.Should().HaveCount(count);
        unmarked.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Focus_InACall_StaysThereWhenTheWholePictureComesAgain()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing }, opens: false);
        await stage.Page.AddInitScriptAsync("const Stream = EventSource; window.EventSource = class extends Stream { constructor(url) { super(url); window.stream = this; } };");
        await stage.GoAsync();
        await stage.Http.PostAsync("/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"));
        await stage.Phone().Locator(".call.rings").WaitForAsync();
        await stage.Page.Keyboard.PressAsync("Alt+a");

        // As to a page that has fallen behind.
        var focus = await stage.Page.EvaluateAsync<string>("""
            async () => {
              const reader = (await fetch('/phones/events')).body.pipeThrough(new TextDecoderStream()).getReader();
              let text = '';
              while (!text.includes('\n\n')) text += (await reader.read()).value;
              await reader.cancel();
              const frame = JSON.parse(text.slice(6, text.indexOf('\n\n')));
              delete frame.switches;
              window.stream.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
              return document.activeElement.className;
            }
            """);

        focus.Should().Be("answer");
        await stage.Page.Keyboard.PressAsync("Enter");
        await stage.Phone().Locator(".record").WaitForAsync();
    }
}
