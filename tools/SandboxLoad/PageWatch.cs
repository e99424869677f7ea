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
    private readonly ICDPSession _inspector;
    private double _work;
    private long _readAt = Stopwatch.GetTimestamp();

    private PageWatch(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession inspector)
    {
        _inspector = inspector;
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
        var inspector = await page.Context.NewCDPSessionAsync(page);
        // The processor's time, not the clock's: the machine may be busy with something else.
        await inspector.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        return new PageWatch(playwright, browser, page, inspector);
    }

    public async Task<string> ReadAsync()
    {
        var figures = await _page.EvaluateAsync<double[]>(Read);
        var metrics = (await _inspector.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
        var work = metrics.Single(static metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
        var share = (work - _work) / Stopwatch.GetElapsedTime(_readAt).TotalSeconds * 100;
        (_work, _readAt) = (work, Stopwatch.GetTimestamp());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{share:F0} % of a processor, {figures[0]:F0} pictures/s, longest wait {figures[1]:F0} ms, script heap {figures[2]:F1} MiB, {figures[3]} bubbles, {figures[4]} nodes, shows {figures[5]} texts");
    }

    /// <summary>How long the page takes, from now, to show the count of all messages.</summary>
    public async Task<TimeSpan> CatchUpAsync(int messages)
    {
        var clock = Stopwatch.StartNew();
        await _page.Locator("#tally-texts").Filter(new() { HasText = messages.ToString(CultureInfo.InvariantCulture) }).WaitForAsync(new() { Timeout = 120_000 });
        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
