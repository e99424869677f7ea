namespace PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

/// <summary>A test that needs Chromium, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyNot;
}
