using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.AspNetCore;

namespace PitWall.Alerts.Twilio.Testing.Tests.Docs;

/// <summary>The examples of docs/testing.md, which run here. What stands between a region's lines is what the page shows.</summary>
public class TestingExamples
{
    [Fact]
    public async Task Rehearse()
    {
        #region rehearse
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var services = new ServiceCollection().AddPitWallTwilio(sandbox.Configure).Services.BuildServiceProvider();
        var alerts = services.GetRequiredService<IPitWallAlerts>();
        var driver = sandbox.Phone("+34600111222");

        await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), driver.Number);

        var text = await driver.ExpectTextAsync("box this lap");
        text.SegmentCount.Should().Be(1);
        driver.ExpectNothingElse();
        #endregion
    }

    [Fact]
    public async Task Call()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var services = new ServiceCollection().AddPitWallTwilio(sandbox.Configure).Services.BuildServiceProvider();
        var client = services.GetRequiredService<ITwilioAlertClient>();

        #region call
        var engineer = sandbox.Phone("+34600111333");
        await client.PlaceCallAsync(new VoiceCall
        {
            To = engineer.Number,
            Twiml = """<Response><Gather numDigits="1" action="https://pit.example/ack"><Say>Red flag. Press 1.</Say></Gather></Response>""",
        });

        var call = await engineer.ExpectCallAsync("red flag");
        await call.PressAsync("1");
        await call.WaitForEndAsync();

        call.PressedKeys.Should().Be("1");
        #endregion
    }

    [Fact]
    public async Task Heard()
    {
        #region heard
        await using var sandbox = await TwilioSandbox.StartAsync();
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var self = new Uri($"http://{free.LocalEndpoint}");                 // a free port: the options need the address before the host starts
        free.Stop();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddPitWallTwilio(options =>
        {
            sandbox.Configure(options);
            options.StatusCallback = new Uri(self, "/twilio/status");
            options.Voice.ScriptAddress = new Uri(self, "/twilio/voice");   // the webhook's address, without a token
            options.Voice.AsksForKey = true;
        });
        await using var app = builder.Build();
        app.Urls.Add(self.ToString());
        app.MapPitWallTwilioWebhooks();
        await app.StartAsync();

        var alerts = app.Services.GetRequiredService<IPitWallAlerts>();
        var engineer = sandbox.Phone("+34600111333");
        engineer.Answering = PhoneAnswering.Pressing("1");
        var chief = sandbox.Phone("+34600111444");
        chief.Answering = PhoneAnswering.Unanswered;

        var toEngineer = await alerts.SendCriticalAlertAsync(new CriticalAlert("Red flag"), new AlertRecipient(engineer.Number, AlertChannel.Voice));
        var toChief = await alerts.SendCriticalAlertAsync(new CriticalAlert("Red flag"), new AlertRecipient(chief.Number, AlertChannel.Voice));
        var call = await engineer.ExpectCallAsync("red flag");
        await call.WaitForEndAsync();
        await (await chief.ExpectCallAsync()).WaitForEndAsync();
        await sandbox.WaitForCallbacksAsync();                              // until the host has answered what was reported to it

        var ledger = app.Services.GetRequiredService<IAlertLedger>();
        var heard = ledger.Find(toEngineer.AlertId!)!;
        var unanswered = ledger.Find(toChief.AlertId!)!;
        call.Problems.Should().BeEmpty();
        call.PressedKeys.Should().Be("1");
        heard.Times.Should().ContainKey(AlertStep.Heard);
        unanswered.Times.Should().NotContainKey(AlertStep.Heard);
        unanswered.CallStatus.Should().Be(CallStatus.NoAnswer);

        await app.StopAsync();
        #endregion
    }

    [Fact]
    public async Task Faults()
    {
        #region faults
        await using var sandbox = await TwilioSandbox.StartAsync();
        sandbox.Faults
            .Next(SandboxFault.TooManyRequests(retryAfter: TimeSpan.FromSeconds(1)))
            .Next(SandboxFault.Reset(takesEffect: true));

        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        sandbox.Faults.When(request => request.Method == "GET", SandboxFault.Html());
        (await http.GetAsync("/2010-04-01/Accounts.json")).Content.Headers.ContentType!.MediaType.Should().Be("text/html");

        sandbox.Requests.Single().Fault.Should().Be("HTML page");
        #endregion
    }

    [Fact]
    public async Task Time()
    {
        #region time
        var clock = new ManualTimeProvider();
        await using var sandbox = await TwilioSandbox.StartAsync(new TwilioSandboxOptions { TimeProvider = clock, QueuesMessages = true });
        await using var services = new ServiceCollection().AddPitWallTwilio(sandbox.Configure).Services.BuildServiceProvider();
        var client = services.GetRequiredService<ITwilioAlertClient>();
        var team = sandbox.Phone("+15125550123");

        for (var lap = 1; lap <= 3; lap++) await client.SendSmsAsync(new SmsMessage { To = team.Number, Body = $"Lap {lap}" });
        team.Messages.Should().HaveCount(1);

        clock.Advance(TimeSpan.FromSeconds(2));
        team.Messages.Should().HaveCount(3);
        #endregion
    }

    [Fact]
    public async Task Delivery()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var services = new ServiceCollection().AddPitWallTwilio(sandbox.Configure).Services.BuildServiceProvider();
        var client = services.GetRequiredService<ITwilioAlertClient>();

        #region delivery
        var garage = sandbox.Phone("+34600111444");
        garage.Delivery = PhoneDelivery.Undelivered(30006);

        var receipt = await client.SendSmsAsync(new SmsMessage { To = garage.Number, Body = "Tires ready?" });

        var report = await client.GetMessageStatusAsync(receipt!.Sid);
        report!.Status.Should().Be(MessageStatus.Undelivered);
        #endregion
        var failed = await garage.Awaiting(static phone => phone.ExpectTextAsync("tires", TimeSpan.FromMilliseconds(1))).Should().ThrowAsync<SandboxExpectationException>();
        TestingPageTests.Read("docs/testing.md").Should().Contain($"```text\n{failed.Which.Message}\n```");
    }

    [Fact]
    public async Task Fake()
    {
        #region fake
        var client = new FakeTwilioAlertClient().RefuseNext(TwilioErrorCode.OptedOut);

        var refused = () => client.SendSmsAsync(new SmsMessage { To = "+34600111222", Body = "Box" });
        (await refused.Should().ThrowAsync<TwilioApiException>()).Which.ErrorCode.Should().Be(TwilioErrorCode.OptedOut);

        await client.SendSmsAsync(new SmsMessage { To = "+34600111222", Body = "Box" });
        client.SmsMessages.Should().ContainSingle().Which.Body.Should().Be("Box");
        #endregion
    }

    [Fact]
    public async Task FakeBehindAlerts()
    {
        #region fake behind alerts
        var fake = new FakeTwilioAlertClient();
        await using var services = new ServiceCollection()
            .AddSingleton<ITwilioAlertClient>(fake)
            .AddPitWallTwilio(_ => { })
            .Services.BuildServiceProvider();
        var alerts = services.GetRequiredService<IPitWallAlerts>();

        var taken = await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), "+34600111222");
        fake.LoseNext();
        var lost = await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "Fuel short by 1.7 laps"), "+34600111222");

        taken.Sid.Should().StartWith("SM");
        fake.SmsMessages.Should().ContainSingle().Which.Body.Should().Contain("Box this lap");
        lost.Outcome.Should().Be(AlertOutcome.Unknown);
        #endregion
    }

    [Fact]
    public async Task ClockWithoutPacing()
    {
        #region clock without pacing
        var clock = new ManualTimeProvider();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ITwilioAlertClient>(new FakeTwilioAlertClient(clock))
            .AddPitWallTwilio(options => options.Delivery.Queue.SmsSegmentsPerSecond = 0)
            .Services.BuildServiceProvider();
        var alerts = services.GetRequiredService<IPitWallAlerts>();
        var rain = new StrategyAlert(StrategyAlertType.Weather, "Rain in 5 minutes");

        var first = await alerts.SendStrategyAlertAsync(rain, "+34600111222");
        var again = await alerts.SendStrategyAlertAsync(rain, "+34600111222");
        clock.Advance(TimeSpan.FromSeconds(61));                    // the window for duplicates of strategy alerts is 60 s
        var later = await alerts.SendStrategyAlertAsync(rain, "+34600111222");

        first.Outcome.Should().Be(AlertOutcome.Accepted);
        again.Reason.Should().Be(SuppressionReason.Duplicate);
        later.Outcome.Should().Be(AlertOutcome.Accepted);
        #endregion
    }

    [Fact]
    public async Task ClockWithPacing()
    {
        #region clock with pacing
        var clock = new ManualTimeProvider();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ITwilioAlertClient>(new FakeTwilioAlertClient(clock))
            .AddPitWallTwilio(_ => { })
            .Services.BuildServiceProvider();
        var alerts = services.GetRequiredService<IPitWallAlerts>();

        await alerts.SendCriticalAlertAsync(new CriticalAlert("Red flag"), "+34600111222");
        var second = alerts.SendCriticalAlertAsync(new CriticalAlert("Red flag"), "+34600111333");
        second.IsCompleted.Should().BeFalse();                      // the sender is taken by the first text, for 0.1 s of the clock
        clock.Advance(TimeSpan.FromSeconds(1));

        (await second).Outcome.Should().Be(AlertOutcome.Accepted);
        #endregion
    }

    [Fact]
    public async Task Template()
    {
        #region template
        const string template = "HX0123456789abcdef0123456789abcdef";
        var rehearsal = new TwilioSandboxOptions();
        rehearsal.Templates.Add(new SandboxTemplate(template, "{{1}}: {{2}} ({{3}}, {{4}})"));
        await using var sandbox = await TwilioSandbox.StartAsync(rehearsal);
        await using var services = new ServiceCollection()
            .AddPitWallTwilio(options =>
            {
                sandbox.Configure(options);
                options.Text.WhatsAppTemplates.Strategy = new WhatsAppTemplate { ContentSid = template };
            })
            .Services.BuildServiceProvider();
        var driver = sandbox.Phone("+34600111222");

        await services.GetRequiredService<IPitWallAlerts>().SendStrategyAlertAsync(
            new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), new AlertRecipient(driver.Number, AlertChannel.WhatsApp));

        var text = await driver.ExpectTextAsync();
        text.Body.Should().StartWith("Pit Stop: Box this lap (");
        text.ContentSid.Should().Be(template);
        #endregion
    }

    [Fact]
    public void Webhook()
    {
        #region webhook
        var signed = new SignedTwilioRequest("my-auth-token");
        using var request = signed.MessageStatus("https://pit.example/webhooks/status", "SM" + new string('0', 32), "delivered", "+34600111222", "+15125550100");

        request.Headers.Contains("X-Twilio-Signature").Should().BeTrue();
        #endregion
        request.Method.Method.Should().Be(WebRequestMethods.Http.Post);
    }
}
