using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Where the public address is set, it and the request's path are what Twilio signed; what else the request says of its address counts for nothing.</summary>
public class PublicAddressTests
{
    [Theory]
    [InlineData("http://other.example/twilio/status", "http://other.example/twilio/status", 403)]
    [InlineData("https://other.example/twilio/status", "https://other.example/twilio/status", 403)]
    [InlineData("https://pit.example/twilio/status", "http://internal:8080/twilio/status", 204)]
    [InlineData("https://pit.example/twilio/status", "/twilio/status", 204)]
    [InlineData("https://pit.example/twilio/status?car=7", "http://internal:8080/twilio/status?car=7", 204)]
    public async Task Webhook_AskedForAsAWholeAddress_IsVerifiedWithThePublicOne(string signed, string target, int status)
    {
        await using var web = await StartAsync("https://pit.example");
        var (body, signature) = await SignAsync(web, signed);

        var answer = await RawHttp.GetStatusAsync(
            () => new TcpClient("127.0.0.1", web.Address.Port),
            $"POST {target} HTTP/1.1\r\nHost: {(target.StartsWith('/') ? "internal:8080" : new Uri(target).Authority)}\r\nX-Twilio-Signature: {signature}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

        answer.Should().Be(status);
    }

    [Theory]
    [InlineData("https://pit.example ", "https://pit.example/twilio/status")]
    [InlineData("https://b\u00fccher.example", "https://xn--bcher-kva.example/twilio/status")]
    [InlineData("https://b\u00fccher.example/pit/", "https://xn--bcher-kva.example/pit/twilio/status")]
    public async Task Webhook_AddressWithBlanksOrOtherLetters_IsTheOneThatTwilioCalls(string address, string signed)
    {
        await using var web = await StartAsync(address);
        var (body, signature) = await SignAsync(web, signed);

        var answer = await web.PostTextAsync("/twilio/status", body, "application/x-www-form-urlencoded", ("X-Twilio-Signature", signature));

        answer.Status.Should().Be(204);
    }

    /// <summary>ASP.NET Core's test server (<c>WebApplicationFactory</c>) leaves the raw target empty.</summary>
    [Theory]
    [InlineData(null, "/twilio/status?car=7%20a")]
    [InlineData(null, "/base/twilio/status")]
    [InlineData("https://pit.example", "/base/twilio/status?car=7")]
    public async Task Webhook_OnAServerThatKeepsNoRawTarget_IsVerifiedOverPathAndQuery(string? address, string target)
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Twilio = (twilio, _) => twilio.Webhooks.PublicAddress = address is null ? null : new Uri(address),
            Map = static app =>
            {
                app.Use(static (context, next) =>
                {
                    context.Features.Get<IHttpRequestFeature>()!.RawTarget = string.Empty;
                    return next(context);
                });
                app.UsePathBase("/base").UseRouting();
                app.MapPitWallTwilioWebhooks();
            },
        });
        var (body, signature) = await SignAsync(web, (address ?? web.Address.GetLeftPart(UriPartial.Authority)) + target);

        (await web.PostTextAsync(target, body, "application/x-www-form-urlencoded", ("X-Twilio-Signature", signature))).Status.Should().Be(204);
        (await web.PostTextAsync(target + "?x=y", body, "application/x-www-form-urlencoded", ("X-Twilio-Signature", signature))).Status.Should().Be(403);
    }

    [Fact]
    public async Task Voice_ScriptAddressWithABlank_IsSpokenAllTheSame()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Twilio = static (twilio, self) => twilio.Voice.ScriptAddress = new Uri(self.OriginalString.TrimEnd('/') + "/twilio/voice "),
        });

        await web.PostAsync("/api/twilio/alerts/critical", new { to = TestWeb.Phone, alert_message = "Stop the car", channel = "voice" });

        await web.Sandbox.Phone(TestWeb.Phone).ExpectCallAsync("Stop the car").WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static Task<TestWeb> StartAsync(string address) =>
        TestWeb.StartAsync(new TestWebOptions { Twilio = (twilio, _) => twilio.Webhooks.PublicAddress = new Uri(address) });

    private static async Task<(string Body, string Signature)> SignAsync(TestWeb web, string url)
    {
        using var request = new SignedTwilioRequest(web.Sandbox.AuthToken).Form(
            url, [new("AccountSid", web.Sandbox.AccountSid), new("MessageSid", "SM" + new string('a', 32)), new("MessageStatus", "sent")]);
        return (await request.Content!.ReadAsStringAsync(), request.Headers.GetValues("X-Twilio-Signature").Single());
    }
}
