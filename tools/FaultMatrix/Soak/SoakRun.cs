using System.Globalization;
using FaultMatrix.Matrix;
using FaultMatrix.Wire;
using PitWall.Alerts.Twilio;

namespace FaultMatrix.Soak;

/// <summary>Sends many alerts while a fault hits some of their requests at random, and compares what was told with what the phones got.</summary>
internal static class SoakRun
{
    private const int Recipients = 40;
    private const int OneInSoManyIsCritical = 5;
    private const int AtOnce = 100;
    private const double FaultRate = 0.3;

    /// <summary>One fault.</summary>
    public static Task<SoakReport> OfAsync(FaultKind fault, int alerts, int seed)
    {
        // Not security: a seeded source makes the draws repeatable.
        var random = new Random(seed);
        return OfAsync(FaultScript.Of(fault, Hits), alerts);

        bool Hits()
        {
            lock (random)
                return random.NextDouble() < FaultRate;
        }
    }

    /// <summary>Twilio is too busy for the first so many creates, and then takes everything.</summary>
    public static Task<SoakReport> OfStormAsync(int alerts)
    {
        var creates = alerts * 3 / 2;
        var seen = 0;
        var name = string.Create(CultureInfo.InvariantCulture, $"20429 storm: the first {creates} creates");
        return OfAsync(FaultScript.Of(FaultKind.Busy, () => Interlocked.Increment(ref seen) <= creates, name), alerts);
    }

    /// <summary>Every fault at once, but for one that leaves the others nothing to hit.</summary>
    public static Task<SoakReport> OfAllAsync(int alerts, int seed) =>
        OfAsync(
            FaultScript.OfAll([.. FaultKind.All.Where(f => !f.StopsTheAccount)], new Random(seed), FaultRate), alerts, new ForgetfulOptOuts());

    private static async Task<SoakReport> OfAsync(FaultScript script, int alerts, IOptOutList? optOuts = null)
    {
        await using var rig = FaultRig.Start(script, SetUp, optOuts);
        var results = new AlertResult[alerts];
        await Parallel.ForAsync(
            0, alerts, new ParallelOptions { MaxDegreeOfParallelism = 2 * AtOnce }, async (i, _) => results[i] = await SendAsync(rig.Alerts, i));
        return Judge(script.Name, results, rig.Server.Store.Messages);
    }

    private static void SetUp(PitWallTwilioOptions options)
    {
        // Long enough that a busy machine connects in it.
        options.Transmit.AttemptTimeout = TimeSpan.FromSeconds(3);
        options.Delivery.LongestWait = TimeSpan.FromMinutes(5);
        options.Delivery.Queue.MaxConcurrency = AtOnce;
    }

    private static Task<AlertResult> SendAsync(IPitWallAlerts alerts, int i)
    {
        var phone = string.Create(CultureInfo.InvariantCulture, $"+34600111{i % Recipients:000}");
        return i % OneInSoManyIsCritical == 0
            ? alerts.SendCriticalAlertAsync(new CriticalAlert(Text(i)), phone)
            : alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, Text(i)), phone);
    }

    private static SoakReport Judge(string fault, AlertResult[] results, IReadOnlyList<WireMessage> messages)
    {
        var byText = messages.ToLookup(m => TextIn(m.Body));
        var report = new SoakReport { Fault = fault };
        for (var i = 0; i < results.Length; i++)
        {
            var sent = byText[Text(i)].ToList();
            Count(report, results[i].Outcome, sent.Count > 0);
            report.InexcusableDuplicates += sent.Count(m => m.IsInexcusable);
            report.UnseenDuplicates += sent.Skip(1).Count(m => !m.IsInexcusable);
        }

        return report;
    }

    private static void Count(SoakReport report, AlertOutcome outcome, bool isOnPhone)
    {
        switch (outcome)
        {
            case AlertOutcome.Accepted:
                report.Accepted++;
                report.Lost += isOnPhone ? 0 : 1;
                break;
            case AlertOutcome.Unknown:
                report.UnknownAndSent += isOnPhone ? 1 : 0;
                report.UnknownAndNotSent += isOnPhone ? 0 : 1;
                break;
            default:
                report.HeldBack += outcome == AlertOutcome.Suppressed ? 1 : 0;
                report.Failed += outcome == AlertOutcome.Suppressed ? 0 : 1;
                report.Denied += isOnPhone ? 1 : 0;
                break;
        }
    }

    // The number is padded, so that no text is part of another.
    private static string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"Box for car {i:0000}");

    private static string TextIn(string body)
    {
        const int length = 16;
        var start = body.IndexOf("Box for car ", StringComparison.Ordinal);
        return start < 0 ? body : body.Substring(start, length);
    }
}
