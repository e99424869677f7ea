using System.Net.Sockets;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class AccessTests
{
    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    [InlineData("Host", "2130706433")]
    [InlineData("Host", "0x7f.1")]
    [InlineData("Host", "192.0.2.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("x-forwarded-anything", "")]
    [InlineData("Forwarded", "for=127.0.0.1;host=localhost")]
    [InlineData("X-Original-For", "127.0.0.1:1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Send_FromThisMachineButForAnother_IsRefused(string header, string value)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" }, (header, value));

        answer.Status.Should().Be(403);
        web.Sandbox.Requests.Should().BeEmpty();
        web.Log.Lines.Single(static line => line.EventId == PitWallTwilioEndpointEventIds.NotOpen).Text.Should().Contain("RequireAuthorization");
    }

    [Theory]
    [InlineData("Host", "localhost")]
    [InlineData("Host", "LocalHost:8000")]
    [InlineData("Host", "127.0.0.2")]
    [InlineData("Host", "[::1]:8000")]
    [InlineData("Origin", "http://localhost:3000")]
    public async Task Send_FromThisMachine_IsServed(string header, string value)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" }, (header, value));

        answer.Status.Should().Be(200);
    }

    [Theory]
    [InlineData("/api/twilio/health")]
    [InlineData("/api/twilio/alerts")]
    [InlineData("/api/twilio/alerts/x")]
    [InlineData("/api/twilio/messages/SM/status")]
    public async Task Get_ForAnother_IsRefusedToo(string path)
    {
        await using var web = await TestWeb.StartAsync();

        (await web.GetAsync(path, ("Host", "evil.example"))).Status.Should().Be(403);
    }

    [Fact]
    public async Task Send_NoHostAtAll_IsRefused()
    {
        await using var web = await TestWeb.StartAsync();

        var status = await RawHttp.GetStatusAsync(() => new TcpClient(web.Address.Host, web.Address.Port), "GET /api/twilio/health HTTP/1.0\r\n\r\n");

        status.Should().Be(403);
    }

    [Fact]
    public async Task Send_PeerWithoutAnAddress_IsRefused()
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost");

        var sut = CallerRules.WhyNotLocal(context);

        sut.Should().NotBeNull("a socket file or a test server has no remote address, and nobody knows who is behind it");
        await Task.CompletedTask;
    }

    [OwnAddressFact]
    public async Task Send_MachinesOwnAddressOnTheNetwork_IsRefused()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions { ListenOn = OwnAddressFactAttribute.Address! });

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" }, ("Host", "localhost"));

        answer.Status.Should().Be(403);
        web.Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Send_PolicyOfTheHost_DecidesAlone()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services =>
            {
                services.AddAuthentication("Key").AddScheme<AuthenticationSchemeOptions, KeyHandler>("Key", null);
                services.AddAuthorization();
            },
            Map = static app => app.MapPitWallTwilio().RequireAuthorization(),
        });
        var body = new { to = TestWeb.Phone, message = "m" };

        var without = await web.PostAsync("/api/twilio/sms/send", body);
        var with = await web.PostAsync("/api/twilio/sms/send", body, ("X-Key", "pit"), ("Host", "pit.example"), ("X-Forwarded-For", "203.0.113.9"));

        without.Status.Should().Be(401);
        with.Status.Should().Be(200);
    }

    [Fact]
    public async Task Send_AllowAnonymous_OpensToEverybody()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions { Map = static app => app.MapPitWallTwilio().AllowAnonymous() });

        var answer = await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" }, ("Host", "pit.example"));

        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task Send_TooMany_AreToldWhenToComeBack()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Map = static app => app.MapPitWallTwilio(configure: static options => (options.SendsPerMinute, options.SendBurst) = (1, 2)),
        });
        var body = new { to = TestWeb.Phone, message = "m" };
        await web.PostAsync("/api/twilio/sms/send", body);
        await web.PostAsync("/api/twilio/sms/send", body);

        var answer = await web.PostAsync("/api/twilio/sms/send", body);

        answer.Status.Should().Be(429);
        answer.Headers.RetryAfter!.Delta.Should().BePositive();
        (await web.GetAsync("/api/twilio/health")).Status.Should().Be(200, "looking costs nothing");
    }

    [Fact]
    public async Task MapPitWallTwilio_AccountThatIsNotThere_SaysHowToAddIt()
    {
        var start = () => TestWeb.StartAsync(new TestWebOptions { Map = static app => app.MapPitWallTwilio(account: "second") });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*AddPitWallTwilio(\"second\")*");
    }

    [Fact]
    public async Task MapPitWallTwilio_NamedAccount_SendsWithIt()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services => services.AddPitWallTwilio("second", static _ => { }),
            Map = static app =>
            {
                app.MapPitWallTwilio();
                app.MapPitWallTwilio("/api/second", "second");
                app.MapPitWallTwilioWebhooks("/second", "second");
            },
        });
        var body = new { to = TestWeb.Phone, message = "m" };

        (await web.PostAsync("/api/twilio/sms/send", body)).Status.Should().Be(200);
        (await web.PostAsync("/api/second/sms/send", body)).Status.Should().Be(503, "the second account has no credentials");
    }

    private sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["X-Key"] == "pit"
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([], "Key")), "Key"))
                : AuthenticateResult.NoResult());
    }
}
