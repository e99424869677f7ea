namespace PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

/// <summary>Where Chromium is on this machine, if it is.</summary>
internal static class Chromium
{
    /// <summary>Set the environment variable <c>CHROMIUM_PATH</c> for one elsewhere.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";

    public static string? WhyNot { get; } = File.Exists(Path) ? null : $"There is no Chromium at {Path}; install it, or set CHROMIUM_PATH.";
}
