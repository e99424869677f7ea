using Microsoft.Playwright;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

/// <summary>One Chromium for all tests; each opens windows of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    internal IBrowser Windows => _chromium!;

    public async Task InitializeAsync()
    {
        if (Chromium.WhyNot is not null) return;

        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}
