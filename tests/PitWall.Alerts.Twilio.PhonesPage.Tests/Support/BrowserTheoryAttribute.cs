namespace PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

/// <summary>A test with data that needs Chromium, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyNot;
}
