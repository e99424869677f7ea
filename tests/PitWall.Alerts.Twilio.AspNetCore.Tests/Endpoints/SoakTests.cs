using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

[Collection("Memory is measured alone")]
[CollectionDefinition("Memory is measured alone", DisableParallelization = true)]
public class SoakTests(ITestOutputHelper output)
{
    private const int Clients = 32;

    /// <summary>PITWALL_SOAK_SECONDS, a minute where the whole claim is tried; 5 s otherwise, so that the suite stays short.</summary>
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("PITWALL_SOAK_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 5);

    [Fact]
    public async Task Endpoints_32ClientsAtOnce_FailNeverAndKeepTheirMemory()
    {
        // What is remembered is bounded and small here, the log of the test too, so that it fills early and anything that still grows is a leak.
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Sandbox = new() { Capacity = 500 },
            LogCapacity = 500,
            Twilio = static (twilio, _) =>
            {
                twilio.Delivery.Ledger.Capacity = 500;
                twilio.Webhooks.Remembered = 500;
                twilio.Delivery.Deduplication.Strategy = TimeSpan.FromSeconds(1);
                twilio.Delivery.Queue.SmsSegmentsPerSecond = 0;
            },
            Map = static app =>
            {
                app.MapPitWallTwilio(configure: static options => options.SendsPerMinute = 0);
                app.MapPitWallTwilioWebhooks();
            },
        });
        var wrong = new ConcurrentBag<string>();
        var served = 0;
        // Until the books are full: from then on it must stay flat.
        await RunAsync(TimeSpan.FromSeconds(Time.TotalSeconds / 3));
        var before = Settled();

        await RunAsync(Time);

        var after = Settled();
        output.WriteLine($"{served} requests, {before} bytes before, {after} after");
        wrong.Should().BeEmpty();
        served.Should().BeGreaterThan(Clients);
        (after - before).Should().BeLessThan(8 * 1024 * 1024, $"{served} requests must leave nothing behind");

        async Task RunAsync(TimeSpan time)
        {
            using var end = new CancellationTokenSource(time);
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => ClientAsync(client, end.Token)));
            await web.Sandbox.WaitForCallbacksAsync(TimeSpan.FromMinutes(1));
        }

        async Task ClientAsync(int client, CancellationToken end)
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                // Few phones, so that some alerts meet the rate of their phone on every machine.
                var phone = $"+3460{1_000_000 + (client * 1_000) + (i % 100)}";
                var answer = (i % 4) switch
                {
                    0 => await web.PostAsync("/api/twilio/sms/send", new { to = phone, message = $"Lap {i}" }),
                    1 => await web.PostAsync("/api/twilio/alerts/sms", new { to = phone, alert_type = "fuel", alert_message = $"Fuel for {i} laps" }),
                    2 => await web.GetAsync("/api/twilio/alerts?limit=5"),
                    _ => await web.GetAsync("/api/twilio/health"),
                };
                Interlocked.Increment(ref served);
                if (answer.Status != 200)
                    wrong.Add($"{i % 4}: {answer.Status} {answer["detail"]}");
            }
        }
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
