using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using PitWall.Alerts.Twilio.Testing;

namespace SandboxLoad;

/// <summary>Sends messages at a steady rate and prints, each five seconds, what was reached.</summary>
internal static class LoadRun
{
    private const int Clients = 64;
    private const int Phones = 20;

    public static async Task RunAsync(TimeSpan length, int rate, bool withCallbacks, bool withPage, TextWriter output)
    {
        await using var host = withCallbacks ? await CallbackHost.StartAsync() : null;
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var page = withPage ? await PageWatch.OpenAsync(sandbox.PhonesPage) : null;
        using var http = new HttpClient { BaseAddress = new Uri(sandbox.BaseAddress, $"2010-04-01/Accounts/{sandbox.AccountSid}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.AccountSid}:{sandbox.AuthToken}")));

        using var process = Process.GetCurrentProcess();
        var sent = 0;
        var slowest = 0L;
        var clock = Stopwatch.StartNew();
        var reporting = ReportAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, Clients), new ParallelOptions { MaxDegreeOfParallelism = Clients }, SendAsync);
        await reporting;
        if (withCallbacks) await sandbox.WaitForCallbacksAsync(TimeSpan.FromSeconds(30));
        if (page is not null) await output.WriteLineAsync($"page showed all {sent} after {(await page.CatchUpAsync(sent)).TotalMilliseconds:F0} ms: {await page.ReadAsync()}");
        await output.WriteLineAsync($"sent {sent}, kept {sandbox.Messages.Count}, callbacks {host?.Count ?? 0}, {sent / clock.Elapsed.TotalSeconds:F0}/s overall");

        async ValueTask SendAsync(int client, CancellationToken cancellationToken)
        {
            while (clock.Elapsed < length)
            {
                var number = Interlocked.Increment(ref sent);
                var due = TimeSpan.FromSeconds((double)number / rate);
                if (due - clock.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait, cancellationToken);

                var from = clock.ElapsedTicks;
                using var form = new FormUrlEncodedContent(Form(number));
                using var response = await http.PostAsync("Messages.json", form, cancellationToken);
                response.EnsureSuccessStatusCode();
                InterlockedMax(ref slowest, clock.ElapsedTicks - from);
            }
        }

        IEnumerable<KeyValuePair<string, string>> Form(int number)
        {
            yield return new("To", "+151255502" + (number % Phones).ToString("00"));
            yield return new("From", sandbox.PhoneNumber);
            yield return new("Body", $"HIGH: Pit stop, box this lap {number}, gap 12.4 s, fuel for 9 laps");
            if (host is not null) yield return new("StatusCallback", host.Address + "/status?alert=" + number);
        }

        async Task ReportAsync()
        {
            var before = (Sent: 0, Cpu: process.TotalProcessorTime, At: clock.Elapsed);
            while (clock.Elapsed < length)
            {
                await Task.Delay(TimeSpan.FromSeconds(5));
                process.Refresh();
                var now = (Sent: sent, Cpu: process.TotalProcessorTime, At: clock.Elapsed);
                var span = (now.At - before.At).TotalSeconds;
                await output.WriteLineAsync(
                    $"{now.At.TotalSeconds,5:F0} s  {(now.Sent - before.Sent) / span,6:F0} messages/s  {(now.Cpu - before.Cpu).TotalSeconds / span * 100,4:F0} % CPU"
                    + $"  heap {GC.GetTotalMemory(forceFullCollection: false) / 1048576.0,6:F1} MiB  resident {process.WorkingSet64 / 1048576.0,6:F0} MiB"
                    + $"  slowest {TimeSpan.FromTicks(Interlocked.Exchange(ref slowest, 0) * TimeSpan.TicksPerSecond / Stopwatch.Frequency).TotalMilliseconds,6:F1} ms");
                if (page is not null) await output.WriteLineAsync("         page: " + await page.ReadAsync());
                before = now;
            }
        }
    }

    private static void InterlockedMax(ref long target, long value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var current && current != seen) seen = current;
    }
}
