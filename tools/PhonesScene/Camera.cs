using Microsoft.Playwright;

namespace PhonesScene;

/// <summary>Takes pictures of the page, and says so when it is wider than the window.</summary>
internal sealed class Camera(IBrowser browser, Uri address, string folder, string? assets)
{
    public async Task TakeAsync(string name, ColorScheme theme, int width, int height, Func<IPage, Task>? prepare = null)
    {
        await using var context = await browser.NewContextAsync(new()
        {
            ColorScheme = theme,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        page.Console += static (_, message) => Console.WriteLine($"console {message.Type}: {message.Text}");
        page.PageError += static (_, error) => Console.WriteLine($"error: {error}");
        if (assets is not null)
        {
            await page.RouteAsync("**/phones/*.*", route => FulfilAsync(route, new Uri(route.Request.Url).Segments[^1]));
            await page.RouteAsync(address.ToString(), route => FulfilAsync(route, "page.html"));
        }

        await page.GotoAsync(address.ToString());
        await page.WaitForSelectorAsync(".live[data-state=live]");
        await page.WaitForSelectorAsync(".message", new() { State = WaitForSelectorState.Attached });
        if (prepare is not null) await prepare(page);
        await page.WaitForTimeoutAsync(400);
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) Console.WriteLine($"{name} {width}: too wide");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{theme.ToString().ToLowerInvariant()}.png") });
    }

    private Task FulfilAsync(IRoute route, string part) => File.Exists(Path.Combine(assets!, part))
        ? route.FulfillAsync(new() { Path = Path.Combine(assets!, part) })
        : route.ContinueAsync();
}
