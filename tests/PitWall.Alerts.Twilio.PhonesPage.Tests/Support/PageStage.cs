using Microsoft.Playwright;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

/// <summary>A sandbox, a host with webhooks, and the page in a window.</summary>
internal sealed class PageStage : IAsyncDisposable
{
    public const string PitWall = "+15125550142";
    public const string Engineer = "+15125550143";

    // Far above what a busy machine needs.
    private const float Patience = 60_000;

    private readonly List<string> _complaints = [];
    private readonly IBrowserContext _context;

    private PageStage(TwilioSandbox sandbox, WebhookHost host, IBrowserContext context, IPage page)
    {
        Sandbox = sandbox;
        Host = host;
        Http = new TwilioHttp(sandbox);
        _context = context;
        Page = page;
    }

    public TwilioSandbox Sandbox { get; }

    public WebhookHost Host { get; }

    public TwilioHttp Http { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained about: errors, and what the content security policy stopped.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<PageStage> OpenAsync(
        Browser browser, TwilioSandboxOptions? options = null, int width = 1920, int height = 1080, ColorScheme theme = ColorScheme.Dark, bool opens = true)
    {
        var sandbox = await TwilioSandbox.StartAsync(options);
        var host = await WebhookHost.StartAsync(sandbox.AuthToken);
        var context = await browser.Windows.NewContextAsync(new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(Patience);
        var stage = new PageStage(sandbox, host, context, await context.NewPageAsync());
        stage.Page.PageError += (_, error) => stage._complaints.Add(error);
        stage.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") stage._complaints.Add(message.Text);
        };
        if (opens) await stage.GoAsync();
        return stage;
    }

    public async Task GoAsync()
    {
        await Page.GotoAsync(Sandbox.PhonesPage.ToString());
        await Page.Locator(".live[data-state=live]").WaitForAsync();
    }

    public ILocator Phone(string number = PitWall) => Page.Locator($".phone[data-phone='{number}']");

    public ILocator Message(string containing, string number = PitWall) => Phone(number).Locator(".message").Filter(new() { HasText = containing });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _context.DisposeAsync();
        await Host.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
