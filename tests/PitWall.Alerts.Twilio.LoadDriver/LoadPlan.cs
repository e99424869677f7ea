using System.Globalization;

namespace PitWall.Alerts.Twilio.LoadDriver;

/// <summary>How much is sent: <c>--alerts</c> a round, <c>--concurrency</c> at once, <c>--rounds</c> for each contender.</summary>
internal sealed record LoadPlan(int Alerts, int Concurrency, int Rounds)
{
    public static LoadPlan Parse(string[] args)
    {
        var plan = new LoadPlan(Alerts: 20_000, Concurrency: 64, Rounds: 31);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = int.Parse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture);
            plan = args[i] switch
            {
                "--alerts" => plan with { Alerts = value },
                "--concurrency" => plan with { Concurrency = value },
                "--rounds" => plan with { Rounds = value },
                _ => throw new ArgumentException($"Unknown option {args[i]}; there are --alerts, --concurrency and --rounds."),
            };
        }

        return plan;
    }
}
