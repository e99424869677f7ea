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
    private const double MiB = 1024 * 1024;

    public static async Task RunAsync(TimeSpan length, int rate, bool withCallbacks, TextWriter output)
    {
        await using var host = withCallbacks ? await CallbackHost.StartAsync() : null;
        await using var sandbox = await TwilioSandbox.StartAsync();
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
        await output.WriteLineAsync(
            $"sent {sent}, kept {sandbox.Messages.Count}, callbacks {host?.Count ?? 0}, {sent / clock.Elapsed.TotalSeconds:F0}/s overall");

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
                var perSecond = (now.Sent - before.Sent) / span;
                var cpu = (now.Cpu - before.Cpu).TotalSeconds / span;
                var heap = GC.GetTotalMemory(forceFullCollection: false) / MiB;
                var worst = Stopwatch.GetElapsedTime(0, Interlocked.Exchange(ref slowest, 0)).TotalMilliseconds;
                await output.WriteLineAsync(
                    $"{now.At.TotalSeconds,5:F0} s {perSecond,6:F0} messages/s {cpu,5:P0} of one CPU, heap {heap,5:F1} MiB, "
                    + $"resident {process.WorkingSet64 / MiB,4:F0} MiB, slowest {worst,6:F1} ms");
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
