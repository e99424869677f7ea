using System.Diagnostics;
using System.Runtime;

namespace PitWall.Alerts.Twilio.LoadDriver;

/// <summary>Lets the contenders send in turn, round by round, so that a machine that changes its pace changes it for all.</summary>
internal static class LoadRun
{
    public static async Task<LoadReport> RunAsync(LoadPlan plan, IReadOnlyList<(string Name, Func<int, Task> Send)> contenders)
    {
        var number = 0;
        foreach (var (_, send) in contenders)
            number = await WarmUpAsync(plan, send, number);

        var rounds = contenders.Select(_ => new List<LoadRound>()).ToArray();
        for (var round = 0; round < plan.Rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
                rounds[i].Add(await SendAsync(plan, contenders[i].Send, ++number * plan.Alerts));
        }

        return new LoadReport(plan, [.. contenders.Select((c, i) => (c.Name, (IReadOnlyList<LoadRound>)rounds[i]))]);
    }

    /// <summary>Sends until the compiler has nothing more to do: its work belongs to no alert.</summary>
    private static async Task<int> WarmUpAsync(LoadPlan plan, Func<int, Task> send, int number)
    {
        const int atMost = 20;
        const int quiet = 5;
        for (var round = 0; round < atMost; round++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await SendAsync(plan, send, ++number * plan.Alerts);
            if (JitInfo.GetCompiledMethodCount() - compiled < quiet)
                break;
        }

        return number;
    }

    private static async Task<LoadRound> SendAsync(LoadPlan plan, Func<int, Task> send, int firstNumber)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var times = new long[plan.Alerts];
        var next = -1;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, plan.Concurrency).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < plan.Alerts)
            {
                var sent = Stopwatch.GetTimestamp();
                await send(firstNumber + i);
                times[i] = Stopwatch.GetTimestamp() - sent;
            }
        })));

        var wall = Stopwatch.GetElapsedTime(began);
        var used = Environment.CpuUsage.TotalTime - cpu;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Array.Sort(times);
        return new LoadRound(
            plan.Alerts / wall.TotalSeconds,
            Microseconds(times[plan.Alerts / 2]),
            Microseconds(times[plan.Alerts * 99 / 100]),
            (double)bytes / plan.Alerts,
            used.TotalMicroseconds / plan.Alerts);
    }

    private static double Microseconds(long ticks) => Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds;
}
