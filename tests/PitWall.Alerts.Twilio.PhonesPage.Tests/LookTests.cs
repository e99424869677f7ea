using Microsoft.Playwright;
using PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests;

[Collection(BrowserTests.Name)]
public sealed class LookTests(Browser browser)
{
    // What a browser would have to scroll sideways for.
    private const string TooWide = "[...document.querySelectorAll('*')].filter(node => node.getBoundingClientRect().right > innerWidth + 1 && !node.closest('.spoken, .sprite, .skip')).map(node => node.className || node.tagName)";

    [BrowserTheory]
    [InlineData(320, 640, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(1024, 768, ColorScheme.Light)]
    [InlineData(1920, 1080, ColorScheme.Dark)]
    [InlineData(1920, 1080, ColorScheme.Light)]
    public async Task Page_AtAnyWidth_NeedsNoSidewaysScroll(int width, int height, ColorScheme theme)
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing }, width, height, theme);
        await stage.Http.SendSmsAsync(PageStage.PitWall, "HIGH: Pit Stop\n" + new string('W', 300) + "\nPitWall 14:32:05 UTC", ("StatusCallback", stage.Host.Address + "/" + new string('s', 300)));
        await stage.Http.PostAsync("/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", $"<Response><Say>{new string('W', 300)}</Say><Gather timeout=\"600\" numDigits=\"1\"/></Response>"));
        await stage.Phone().Locator(".call.rings").WaitForAsync();
        await stage.Phone().Locator(".answer").ClickAsync();
        await stage.Phone().Locator(".call.asks").WaitForAsync();
        await stage.Phone().Locator(".setup").ClickAsync();

        foreach (var view in new[] { "phones", "log", "faults" })
        {
            var button = stage.Page.Locator($".views button[data-view={view}]");
            if (await button.IsVisibleAsync()) await button.ClickAsync();

            (await stage.Page.EvaluateAsync<string[]>(TooWide)).Should().BeEmpty($"of {view}");
            (await stage.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight")).Should().BeFalse();
        }
    }

    /// <summary>Source: WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.</summary>
    [BrowserTheory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task Text_InBothThemes_HasEnoughContrast(ColorScheme theme)
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing }, theme: theme);
        foreach (var severity in new[] { "CRITICAL: Yellow\nlap 1", "HIGH: Pit Stop\nBox", "MED: Fuel\nShort", "LOW: Gap\nFine", "plain" })
            await stage.Http.SendSmsAsync(PageStage.PitWall, severity);
        stage.Sandbox.Phone(PageStage.Engineer).Delivery = PhoneDelivery.Undelivered();
        await stage.Http.SendSmsAsync(PageStage.Engineer, new string('x', 300));
        await stage.Sandbox.Phone(PageStage.PitWall).TextAsync("Copy");
        await stage.Http.PostAsync("/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"));
        await stage.Phone().Locator(".call.rings").WaitForAsync();

        var poor = await stage.Page.EvaluateAsync<string[]>("""
            () => {
              const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
              const rgba = colour => {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = colour;
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
                return [r, g, b, a / 255];
              };
              const ground = node => {
                const [r, g, b, a] = rgba(getComputedStyle(node).backgroundColor);
                if (a === 1 || !node.parentElement) return [r, g, b];
                const under = ground(node.parentElement);
                return [r, g, b].map((part, i) => part * a + under[i] * (1 - a));
              };
              const light = rgb => rgb.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
              return [...document.querySelectorAll('body *')]
                .filter(node => node.offsetParent && !node.disabled && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
                .map(node => {
                  const [a, b] = [light(rgba(getComputedStyle(node).color).slice(0, 3)), light(ground(node))].sort((x, y) => y - x);
                  return [((a + 0.05) / (b + 0.05)).toFixed(2), `${node.className || node.tagName}: ${node.textContent.slice(0, 20)}`];
                })
                .filter(([ratio]) => ratio < 4.5)
                .map(pair => pair.join(' '));
            }
            """);

        poor.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task RingingCall_WithReducedMotion_DoesNotMove()
    {
        await using var stage = await PageStage.OpenAsync(browser, new() { Answering = PhoneAnswering.Ringing });
        await stage.Http.PostAsync("/Calls", ("To", PageStage.PitWall), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"));
        var call = stage.Phone().Locator(".call.rings");
        await call.WaitForAsync();
        var moving = await call.EvaluateAsync<int>("node => node.getAnimations().length");

        await stage.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        moving.Should().Be(1);
        (await call.EvaluateAsync<int>("node => node.getAnimations().length")).Should().Be(0);
    }
}
