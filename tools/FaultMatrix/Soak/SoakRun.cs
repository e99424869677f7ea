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

    public static async Task<SoakReport> OfAsync(FaultKind fault, int alerts, int seed)
    {
        // Not security: a seeded source makes a run repeatable.
        var random = new Random(seed);
        await using var rig = FaultRig.Start(fault, Hits, options =>
        {
            options.Delivery.LongestWait = TimeSpan.FromMinutes(5);
            options.Delivery.Queue.MaxConcurrency = AtOnce;
        });
        var results = new AlertResult[alerts];
        await Parallel.ForAsync(
            0, alerts, new ParallelOptions { MaxDegreeOfParallelism = 2 * AtOnce }, async (i, _) => results[i] = await SendAsync(rig.Alerts, i));
        return Judge(fault, results, rig.Server.Store.Messages);

        bool Hits()
        {
            lock (random)
                return random.NextDouble() < FaultRate;
        }
    }

    private static Task<AlertResult> SendAsync(IPitWallAlerts alerts, int i)
    {
        var phone = string.Create(CultureInfo.InvariantCulture, $"+34600111{i % Recipients:000}");
        return i % OneInSoManyIsCritical == 0
            ? alerts.SendCriticalAlertAsync(new CriticalAlert(Text(i)), phone)
            : alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, Text(i)), phone);
    }

    private static SoakReport Judge(FaultKind fault, AlertResult[] results, IReadOnlyList<WireMessage> messages)
    {
        var byText = messages.ToLookup(m => TextIn(m.Body));
        var report = new SoakReport { Fault = fault.Name };
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
                report.Failed++;
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
