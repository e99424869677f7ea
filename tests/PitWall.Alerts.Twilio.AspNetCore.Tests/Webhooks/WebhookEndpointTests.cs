using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class WebhookEndpointTests
{
    [Fact]
    public async Task Status_ThousandAlertsReportedInEveryOrder_EndAsInOrder()
    {
        const int Alerts = 1_000;
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Twilio = static (twilio, _) =>
            {
                twilio.Delivery.Limits = Unlimited();
                twilio.Delivery.Queue.SmsSegmentsPerSecond = 0;
            },
        });
        var queue = web.Get<IAlertQueue>();
        var handles = new List<(string Phone, AlertHandle Handle)>();

        for (var i = 0; i < Alerts; i++)
        {
            var phone = $"+3460{1_000_000 + i}";
            web.Sandbox.Phone(phone).Delivery = Delivery(i);
            handles.Add((phone, queue.Enqueue(new StrategyAlert(StrategyAlertType.Fuel, "Fuel short by 1.7 laps"), phone)));
        }

        await Task.WhenAll(handles.Select(static handle => handle.Handle.Completion)).WaitAsync(TimeSpan.FromMinutes(3));
        await web.Sandbox.WaitForCallbacksAsync(TimeSpan.FromMinutes(2));

        for (var i = 0; i < Alerts; i++)
        {
            var entry = web.Ledger.Find(handles[i].Handle.Id)!;
            entry.Outcome.Should().Be(AlertOutcome.Accepted);
            entry.MessageStatus.Should().Be(i % 6 == 5 ? MessageStatus.Undelivered : MessageStatus.Delivered);
            entry.ErrorCode.Should().Be(i % 6 == 5 ? TwilioErrorCode.UnreachableHandset : null);
            entry.Times.Should().ContainKey(AlertStep.Sent);
        }

        web.Sandbox.Callbacks.Should().OnlyContain(static callback => callback.StatusCode == 204);
    }

    [Fact]
    public async Task Status_ThinClientsMessage_ReachesTheHandlersInOrder()
    {
        var heard = new ConcurrentQueue<MessageStatus>();
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = services => services.AddScoped<IDeliveryStatusHandler>(_ => new Handler(update => heard.Enqueue(update.Status))),
        });

        await web.PostAsync("/api/twilio/sms/send", new { to = TestWeb.Phone, message = "m" });
        await web.Sandbox.WaitForCallbacksAsync();

        heard.Should().Equal(MessageStatus.Sent, MessageStatus.Delivered);
    }

    [Fact]
    public async Task Inbound_StopAndStart_HoldAndReleaseAlerts()
    {
        await using var web = await TestWeb.StartAsync();
        var body = new { to = TestWeb.Phone, message = "m" };
        await web.Sandbox.Phone(TestWeb.Phone).TextAsync("STOP");

        var stopped = await web.PostAsync("/api/twilio/sms/send", body);
        await web.Sandbox.Phone(TestWeb.Phone).TextAsync("START");
        var started = await web.PostAsync("/api/twilio/sms/send", body);

        stopped["reason"].Should().Be("opted_out");
        started["success"].Should().Be("True");
    }

    [Fact]
    public async Task Voice_KeyPressed_IsHeard()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Twilio = static (twilio, self) => (twilio.Voice.ScriptAddress, twilio.Voice.AsksForKey) = (new Uri(self, "/twilio/voice"), true),
        });
        web.Sandbox.Phone(TestWeb.Phone).Answering = PhoneAnswering.Pressing("1");

        var sent = await web.PostAsync("/api/twilio/alerts/critical", new { to = TestWeb.Phone, alert_message = "Stop the car", channel = "voice" });

        var call = await web.Sandbox.Phone(TestWeb.Phone).ExpectCallAsync("Stop the car");
        await call.WaitForEndAsync();
        await web.Sandbox.WaitForCallbacksAsync();
        call.Problems.Should().BeEmpty();
        call.Transcript.Should().Contain("Press 1 to confirm.").And.Contain("Confirmed.");
        var entry = await web.GetAsync($"/api/twilio/alerts/{sent["id"]}");
        entry.Json.GetProperty("times").TryGetProperty("heard", out _).Should().BeTrue();
        entry["status"].Should().Be("completed");
    }

    [Fact]
    public async Task Voice_NobodyPresses_IsNotHeard()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Twilio = static (twilio, self) => (twilio.Voice.ScriptAddress, twilio.Voice.AsksForKey) = (new Uri(self, "/twilio/voice"), true),
        });
        web.Sandbox.Phone(TestWeb.Phone).Answering = PhoneAnswering.Machine;

        var sent = await web.PostAsync("/api/twilio/alerts/critical", new { to = TestWeb.Phone, alert_message = "Stop the car", channel = "voice" });

        await (await web.Sandbox.Phone(TestWeb.Phone).ExpectCallAsync("Stop the car")).WaitForEndAsync();
        await web.Sandbox.WaitForCallbacksAsync();
        var entry = await web.GetAsync($"/api/twilio/alerts/{sent["id"]}");
        entry.Json.GetProperty("times").TryGetProperty("heard", out _).Should().BeFalse();
        entry.Json.GetProperty("times").TryGetProperty("delivered", out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("https://pit.example", "https://pit.example/twilio/status?a=%2b", 204)]
    [InlineData("https://pit.example/edge/", "https://pit.example/edge/twilio/status?a=%2b", 204)]
    [InlineData("https://pit.example", "https://other.example/twilio/status?a=%2b", 403)]
    public async Task Status_BehindAProxy_IsVerifiedOverThePublicAddress(string publicAddress, string signedUrl, int expected)
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Twilio = (twilio, _) => twilio.Webhooks.PublicAddress = new Uri(publicAddress),
        });
        using var signed = new SignedTwilioRequest(web.Sandbox.AuthToken).Form(
            signedUrl,
            new("AccountSid", web.Sandbox.AccountSid), new("MessageSid", "SM" + new string('a', 32)), new("MessageStatus", "sent"));
        var body = await signed.Content!.ReadAsStringAsync();

        var answer = await web.PostTextAsync(
            "/twilio/status?a=%2b", body, "application/x-www-form-urlencoded",
            ("X-Twilio-Signature", signed.Headers.GetValues("X-Twilio-Signature").Single()), ("Host", "internal:8080"));

        answer.Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("GET", "/twilio/status", 405)]
    [InlineData("PUT", "/twilio/inbound", 405)]
    [InlineData("DELETE", "/twilio/voice/x", 405)]
    public async Task Webhooks_AnotherVerb_IsAnsweredByTheFramework(string verb, string path, int expected)
    {
        await using var web = await TestWeb.StartAsync();

        (await web.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path))).Status.Should().Be(expected);
    }

    [Fact]
    public async Task Webhooks_TwoAccounts_EachTakesItsOwnOnly()
    {
        const string SecondToken = "5ec05ec05ec05ec05ec05ec05ec05ec0";
        var second = "AC" + new string('2', 32);
        var heard = new ConcurrentQueue<string>();
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = services =>
            {
                services.AddPitWallTwilio("second", options => (options.AccountSid, options.AuthToken, options.PhoneNumber) = (second, SecondToken, "+15125550102"));
                services.AddKeyedSingleton<IDeliveryStatusHandler>("second", new Handler(update => heard.Enqueue("second:" + update.Status)));
                services.AddSingleton<IDeliveryStatusHandler>(new Handler(update => heard.Enqueue("default:" + update.Status)));
            },
            Map = static app =>
            {
                app.MapPitWallTwilioWebhooks();
                app.MapPitWallTwilioWebhooks("/second", "second");
            },
        });

        async Task<int> PostAsync(string path) => (await web.SendAsync(new SignedTwilioRequest(SecondToken).Form(
            $"{web.Address}{path}", new("AccountSid", second), new("MessageSid", "SM" + new string('a', 32)), new("MessageStatus", "sent")))).Status;

        (await PostAsync("second/status")).Should().Be(204);
        (await PostAsync("twilio/status")).Should().Be(403);
        heard.Should().Equal("second:Sent");
    }

    private static LimitOptions Unlimited() => new()
    {
        Recipient = new RateOptions { PerMinute = 0 },
        CriticalRecipient = new RateOptions { PerMinute = 0 },
    };

    private static PhoneDelivery Delivery(int number) => (number % 6) switch
    {
        0 => PhoneDelivery.Delivered,
        1 => PhoneDelivery.Delivered with { ReportsInReverse = true },
        2 => PhoneDelivery.Delivered with { ReportsTwice = true },
        3 => PhoneDelivery.Delivered with { ReportsEarly = true },
        4 => PhoneDelivery.Delivered with { ReportsEarly = true, ReportsTwice = true, ReportsInReverse = true },
        _ => PhoneDelivery.Undelivered() with { ReportsInReverse = true, ReportsTwice = true },
    };

    private sealed class Handler(Action<MessageStatusUpdate> hear) : IDeliveryStatusHandler
    {
        public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken)
        {
            hear(update);
            return Task.CompletedTask;
        }

        public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
