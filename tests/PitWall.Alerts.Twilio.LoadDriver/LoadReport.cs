using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PitWall.Alerts.Twilio.LoadDriver;

/// <summary>Medians over the rounds, and each contender's CPU as the median of its ratios to the baseline, round by round.</summary>
internal sealed record LoadReport(LoadPlan Plan, IReadOnlyList<(string Name, IReadOnlyList<LoadRound> Rounds)> Contenders)
{
    private const int Baseline = 2;

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Plan.Alerts:N0} alerts a round, {Plan.Concurrency} at a time, {Plan.Rounds} alternating rounds; ");
        text.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}\n\n");
        text.Append("| way to send | allocated a message | CPU, ratio (min to max) | alerts a second | p50 | p99 |\n|---|---|---|---|---|---|\n");
        foreach (var (name, rounds) in Contenders)
        {
            var ratios = rounds.Zip(Contenders[Baseline].Rounds, (mine, theirs) => mine.Cpu / theirs.Cpu).ToArray();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {Median(rounds, r => r.Bytes) / 1000:F2} kB | {Median(ratios):F2} ({ratios.Min():F2} to {ratios.Max():F2}) | {Median(rounds, r => r.PerSecond):N0} | {Median(rounds, r => r.P50) / 1000:F2} ms | {Median(rounds, r => r.P99) / 1000:F2} ms |\n");
        }

        return text.ToString();
    }

    private static double Median(IReadOnlyList<LoadRound> rounds, Func<LoadRound, double> figure) => Median([.. rounds.Select(figure)]);

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
