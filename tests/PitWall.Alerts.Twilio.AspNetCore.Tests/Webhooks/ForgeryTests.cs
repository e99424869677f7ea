using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class ForgeryTests
{
    private const int InProcess = 100_000;
    private const int OverHttp = 3_000;
    private const string Token = "0ff11ce00ff11ce00ff11ce00ff11ce0";
    private const string Account = "AC5a4db0c55a4db0c55a4db0c55a4db0c5";

    private static readonly KeyValuePair<string, string>[] Fields =
    [
        new("AccountSid", Account),
        new("ApiVersion", "2010-04-01"),
        new("Body", "Bandera roja 🏁 ñ & más"),
        new("From", "+15125550100"),
        new("MessageSid", "SM0123456789abcdef0123456789abcdef"),
        new("MessageStatus", "delivered"),
        new("SmsSid", "SM0123456789abcdef0123456789abcdef"),
        new("To", "whatsapp:+34600111222"),
    ];

    [Fact]
    public async Task ReceiveStatusAsync_100000SpoiledRequests_AcceptsNone()
    {
        await using var provider = Services();
        var sut = provider.GetRequiredService<ITwilioWebhooks>();
        var forge = new WebhookRequestForge("https://pit.example/twilio/status?alert=b1cQd7kY0aTz4n2V", Token, Fields, isSpoiledWhole: true);
        (await sut.ReceiveStatusAsync(forge.Honest.ToRequest())).StatusCode.Should().Be(204, "otherwise the rest proves nothing");
        var random = new Random(20260301);
        var accepted = new List<string>();
        var ways = new HashSet<string>();

        for (var i = 0; i < InProcess; i++)
        {
            var forged = forge.Spoil(i, random);
            ways.Add(forged.How);
            if ((await sut.ReceiveStatusAsync(forged.ToRequest())).StatusCode != 403)
                accepted.Add(forged.How);
        }

        accepted.Should().BeEmpty();
        ways.Should().HaveCount(WebhookRequestForge.WaysToSpoil);
    }

    [Fact]
    public async Task PostStatus_ThousandsOfSpoiledRequestsOverHttp_AcceptsNoneAndNeverFails()
    {
        await using var web = await TestWeb.StartAsync();
        var fields = Fields.Select(field => field.Key == "AccountSid" ? new KeyValuePair<string, string>("AccountSid", web.Sandbox.AccountSid) : field).ToArray();
        var forge = new WebhookRequestForge($"{web.Address}twilio/status?alert=b1cQd7kY0aTz4n2V", web.Sandbox.AuthToken, fields);
        (await web.SendAsync(forge.Honest.ToHttp())).Status.Should().Be(204, "otherwise the rest proves nothing");
        var random = new Random(20260301);
        var forgeries = Enumerable.Range(0, OverHttp).Select(i => forge.Spoil(i, random)).ToList();
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(forgeries, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (forged, _) =>
        {
            // A byte of the path leads elsewhere, where nobody is; everywhere else the signature decides.
            var status = (await web.SendAsync(forged.ToHttp())).Status;
            if (status != 403 && !(status == 404 && forged.How == "a byte of the URL"))
                wrong.Add($"{forged.How}: {status}");
        });

        wrong.Should().BeEmpty();
        web.Log.Lines.Should().NotContain(static line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task ReceiveStatusAsync_OtherOrderOrTheSamePairTwice_IsTheSameRequest()
    {
        // A form has no order, and Twilio's own SDKs count equal pairs once: these are the signed request, and change nothing more.
        var heard = 0;
        await using var provider = Services(services => services.AddSingleton<IDeliveryStatusHandler>(new CountingHandler(() => heard++)));
        var sut = provider.GetRequiredService<ITwilioWebhooks>();
        var forge = new WebhookRequestForge("https://pit.example/twilio/status", Token, Fields);

        foreach (var same in (ForgedRequest[])[
            forge.Honest,
            forge.Honest with { Fields = [.. Fields.Reverse()] },
            forge.Honest with { Fields = [.. Fields, Fields[3]] },
        ])
        {
            (await sut.ReceiveStatusAsync(same.ToRequest())).StatusCode.Should().Be(204);
        }

        heard.Should().Be(1);
    }

    [Theory]
    [InlineData("/twilio/status")]
    [InlineData("/twilio/inbound")]
    [InlineData("/twilio/voice/b1cQd7kY0aTz4n2V")]
    public async Task Post_HostileShapes_AreRefusedWithoutAFailure(string path)
    {
        await using var web = await TestWeb.StartAsync();
        var signature = new string('A', 27) + "=";

        foreach (var (body, type) in ((string, string)[])[
            ("", "application/x-www-form-urlencoded"),
            (string.Join('&', Enumerable.Repeat("a", 30_000)), "application/x-www-form-urlencoded"),
            ("a=" + new string('%', 60_000), "application/x-www-form-urlencoded"),
            ("{}", "application/json"),
            ("--x\r\n", "multipart/form-data; boundary=x"),
            ("a=1", "nonsense"),
            ("a=1", ""),
        ])
        {
            (await web.PostTextAsync(path, body, type, ("X-Twilio-Signature", signature))).Status.Should().Be(403);
        }

        (await web.PostTextAsync(path, new string('a', 70_000), "application/x-www-form-urlencoded", ("X-Twilio-Signature", signature))).Status.Should().Be(413);
        (await web.PostTextAsync(path, "a=1", "application/x-www-form-urlencoded", ("X-Twilio-Signature", signature), ("X-Twilio-Signature", signature)))
            .Status.Should().Be(403);
        web.Log.Lines.Should().NotContain(static line => line.Level >= LogLevel.Error);
    }

    private static ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddPitWallTwilio(static options => (options.AccountSid, options.AuthToken, options.PhoneNumber) = (Account, Token, "+15125550100"));
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private sealed class CountingHandler(Action count) : IDeliveryStatusHandler
    {
        public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken)
        {
            count();
            return Task.CompletedTask;
        }

        public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
