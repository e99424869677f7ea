using PitWall.Alerts.Twilio;

namespace RaceReplay.Engine.Rules;

/// <summary>Reads tire wear from the pace: the last laps against the best run of laps of the same stint.</summary>
internal sealed class TireWearRule : IStrategyRule
{
    private const int RunLaps = 3;
    private const double Noticeable = 0.005;
    private const double Severe = 0.012;

    private AlertSeverity? _called;

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        if (lap.IsOutLap)
            _called = null;
        var times = race.CleanStintLaps.Select(l => l.Lap.Time).ToList();
        if (!lap.IsClean || race.IsRaining || times.Count < 2 * RunLaps)
            return;

        var best = LapMath.BestRun(times, RunLaps);
        var loss = LapMath.Mean(times.TakeLast(RunLaps)) - best;
        var severity = loss >= best * Severe ? AlertSeverity.High : AlertSeverity.Medium;
        if (loss < best * Noticeable || _called >= severity)
            return;

        _called = severity;
        alerts.Add(new StrategyAlert(
            StrategyAlertType.TireWear, $"Pace is down {Say.Seconds(loss)} a lap on the best of this stint, {lap.StintLap} laps on these tires", severity)
        {
            Topic = Topics.Of(race, "tires"),
        });
    }
}
