using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>The HTTP client under the library: what a host can add to it, and what it must not inherit.</summary>
public class HttpClientTests
{
    private static readonly SmsMessage Message = new() { To = RawHost.Phone, Body = "Box this lap" };

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(201)]
    public async Task Send_AnyEnd_TheFactoryLogsNothing(int status)
    {
        using var logs = new LogCollector();
        await using var host = RawHost.Start(
            RawAnswer.Json(status == 201 ? RawHost.Created : """{"code":21211,"message":"no"}""", status), services: logs.AddTo);

        try
        {
            await host.Client.SendSmsAsync(Message);
        }
        catch (TwilioApiException)
        {
            // What is looked at is what was logged about it.
        }

        logs.Lines.Where(l => l.Category.StartsWith("System.Net.Http", StringComparison.Ordinal)).Should().BeEmpty();
        logs.Lines.Should().NotContain(l => l.Text.Contains(RawHost.AccountSid, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_NobodyListens_TheFactoryLogsNothing()
    {
        using var logs = new LogCollector();
        var server = RawTwilio.Start(RawAnswer.Close);
        await using var host = RawHost.Start(server, services: s =>
        {
            logs.AddTo(s);
            s.ConfigureHttpClientDefaults(b => b.AddDefaultLogger());
        });
        await server.DisposeAsync();

        var act = () => host.Client.SendSmsAsync(Message);

        await act.Should().ThrowAsync<TwilioTransportException>();
        logs.Lines.Where(l => l.Category.StartsWith("System.Net.Http", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task Send_OtherClientOfTheHost_IsStillLogged()
    {
        using var logs = new LogCollector();
        await using var host = RawHost.Start(services: s =>
        {
            logs.AddTo(s);
            s.AddHttpClient("theirs");
        });

        using var response = await host.Get<IHttpClientFactory>().CreateClient("theirs").GetAsync(host.Server.Address);

        logs.Lines.Should().Contain(l => l.Category.StartsWith("System.Net.Http", StringComparison.Ordinal), "or the other tests could not fail");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_HandlersOfAllTheHostsClients_DoNotReachOurs(bool registeredBefore)
    {
        var repeats = new RepeatingHandler.Counter();
        await using var server = RawTwilio.Start(RawAnswer.Html(502));
        var services = new ServiceCollection();
        if (registeredBefore)
            Defaults(services);

        services.AddPitWallTwilio(o =>
        {
            (o.AccountSid, o.AuthToken, o.PhoneNumber, o.BaseAddress) = (RawHost.AccountSid, RawHost.AuthToken, RawHost.Sender, server.Address);
            (o.Transmit.MaxAttempts, o.Transmit.ReconciliationWindow) = (1, TimeSpan.Zero);
        });
        if (!registeredBefore)
            Defaults(services);

        await using var provider = services.BuildServiceProvider();
        var act = () => provider.GetRequiredService<ITwilioAlertClient>().SendSmsAsync(Message);

        await act.Should().ThrowAsync<TwilioApiException>();
        repeats.Requests.Should().Be(0);
        server.Requests.Should().ContainSingle().Which.Header("X-Host-Key").Should().BeNull("it is none of Twilio's business");

        void Defaults(IServiceCollection s) => s.ConfigureHttpClientDefaults(b => b
            .AddHttpMessageHandler(() => new RepeatingHandler(repeats))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = true })
            .ConfigureHttpClient(c =>
            {
                c.Timeout = TimeSpan.FromTicks(1);
                c.DefaultRequestHeaders.Add("X-Host-Key", "s3cret");
            }));
    }

    [Fact]
    public async Task Send_HandlersAddedThroughTheBuilder_AreRun()
    {
        var repeats = new RepeatingHandler.Counter();
        await using var host = RawHost.Start(RawAnswer.Html(502), services: s =>
            s.AddPitWallTwilio(_ => { }).HttpClient.AddHttpMessageHandler(() => new RepeatingHandler(repeats)));

        var act = () => host.Client.SendSmsAsync(Message);

        await act.Should().ThrowAsync<TwilioApiException>();
        repeats.Requests.Should().Be(1);
    }

    private sealed class RepeatingHandler(RepeatingHandler.Counter counter) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            counter.Requests++;
            var response = await base.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : await base.SendAsync(request, cancellationToken);
        }

        internal sealed class Counter
        {
            public int Requests { get; set; }
        }
    }
}
