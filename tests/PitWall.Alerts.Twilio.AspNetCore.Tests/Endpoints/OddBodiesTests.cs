namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>What is missing from a body, or cannot be an address, is a 400 that says so.</summary>
public class OddBodiesTests
{
    [Theory]
    [InlineData("/alerts/batch", """{"to":"+34600111222"}""")]
    [InlineData("/alerts/batch", "{}")]
    [InlineData("/alerts/batch", """{"to":"+34600111222","alerts":null}""")]
    [InlineData("/sms/send", """{"to":"+34600111222","message":"m","status_callback":"https://xn--\u00fc/"}""")]
    [InlineData("/whatsapp/send", """{"to":"+34600111222","message":"m","status_callback":"https://\u200b.example/"}""")]
    [InlineData("/voice/call", """{"to":"+34600111222","url":"https://xn--\u00fc/"}""")]
    public async Task Post_FieldThatIsMissingOrNoAddress_IsABadRequest(string route, string body)
    {
        await using var web = await TestWeb.StartAsync();

        (await web.PostTextAsync("/api/twilio" + route, body)).Status.Should().Be(400);
    }
}
