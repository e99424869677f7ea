namespace PitWall.Alerts.Twilio.PhonesPage.Tests.Support;

/// <summary>The tests that share the browser; it is one after the other, since a machine has few processors for browsers.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
