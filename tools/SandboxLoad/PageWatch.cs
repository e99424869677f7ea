using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace SandboxLoad;

/// <summary>The phones page in Chromium, and how it fares.</summary>
internal sealed class PageWatch : IAsyncDisposable
{
    // Counts the pictures that the browser draws and the longest time between two.
    private const string Counter = """
        window.drawn = { pictures: 0, longest: 0, since: performance.now() };
        let last = performance.now();
        const count = now => {
          drawn.pictures++;
          drawn.longest = Math.max(drawn.longest, now - last);
          last = now;
          requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
        """;

    private const string Read = """
        () => {
          const { pictures, longest, since } = window.drawn;
          window.drawn = { pictures: 0, longest: 0, since: performance.now() };
          return [
            pictures / (performance.now() - since) * 1000,
            longest,
            performance.memory.usedJSHeapSize / 1048576,
            document.querySelectorAll('.message').length,
            document.querySelectorAll('*').length,
            Number(document.querySelector('#tally-texts').textContent),
          ];
        }
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private PageWatch(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        _page = page;
    }

    public static async Task<PageWatch> OpenAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1920, Height = 1080 } });
        await page.AddInitScriptAsync(Counter);
        await page.GotoAsync(address.ToString());
        await page.Locator(".live[data-state=live]").WaitForAsync();
        return new PageWatch(playwright, browser, page);
    }

    public async Task<string> ReadAsync()
    {
        var figures = await _page.EvaluateAsync<double[]>(Read);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{figures[0]:F0} pictures/s, longest wait {figures[1]:F0} ms, script heap {figures[2]:F1} MiB, {figures[3]} bubbles, {figures[4]} nodes, shows {figures[5]} texts");
    }

    /// <summary>How long the page takes, from now, to show the count of all messages.</summary>
    public async Task<TimeSpan> CatchUpAsync(int messages)
    {
        var clock = Stopwatch.StartNew();
        await _page.Locator("#tally-texts").Filter(new() { HasText = messages.ToString(CultureInfo.InvariantCulture) }).WaitForAsync();
        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
