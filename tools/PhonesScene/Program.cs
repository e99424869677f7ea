using Microsoft.Playwright;
using PhonesScene;

// Takes pictures of the phones page in the middle of a race, in both themes and at three widths:
// dotnet run --project tools/PhonesScene -- FOLDER [ASSETS]
// With the folder of the page's parts (src/PitWall.Alerts.Twilio.Testing/PhonesPage/Assets), these are taken from there, so that a change shows without a build.
var folder = args.Length > 0 ? args[0] : "artifacts/phones";
var assets = args.Length > 1 ? args[1] : null;
Directory.CreateDirectory(folder);

await using var stage = await RaceStage.OpenAsync();
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});
await stage.PlayAsync();

var camera = new Camera(browser, stage.Sandbox.PhonesPage, folder, assets);
foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
{
    await camera.TakeAsync("ringing", theme, 1920, 1080);
    await camera.TakeAsync("ringing", theme, 390, 844, static page => page.Keyboard.PressAsync("Alt+3"));
    await camera.TakeAsync("pit-wall", theme, 390, 844);
    await camera.TakeAsync("log", theme, 390, 844, static page => page.ClickAsync(".views button[data-view=log]"));
    await camera.TakeAsync("faults", theme, 390, 844, static page => page.ClickAsync(".views button[data-view=faults]"));
}

await camera.TakeAsync("ringing", ColorScheme.Dark, 1024, 768);
await stage.AnswerAsync();
await camera.TakeAsync("talking", ColorScheme.Dark, 1920, 1080, static page => page.ClickAsync(".setup >> nth=1"));
await camera.TakeAsync("talking", ColorScheme.Light, 1920, 1080);
await camera.TakeAsync("talking", ColorScheme.Dark, 390, 844, static page => page.Keyboard.PressAsync("Alt+3"));
