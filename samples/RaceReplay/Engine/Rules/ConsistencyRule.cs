using PitWall.Alerts.Twilio;

namespace RaceReplay.Engine.Rules;

/// <summary>Coaches a driver whose lap times wander.</summary>
internal sealed class ConsistencyRule : IStrategyRule
{
    private const int Window = 5;
    private const int QuietLaps = 8;
    private const double Wandering = 0.0035;
    private const double Severe = 0.008;

    private int _lastCall = int.MinValue / 2;

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        var times = race.CleanStintLaps.TakeLast(Window).Select(l => l.Lap.Time).ToList();
        if (!lap.IsClean || times.Count < Window || lap.Number - _lastCall < QuietLaps)
            return;

        var deviation = LapMath.Deviation(times);
        var mean = LapMath.Mean(times);
        if (deviation < mean * Wandering)
            return;

        _lastCall = lap.Number;
        alerts.Add(new CoachingAlert(
            CoachingAlertType.Consistency,
            $"Last {Window} laps spread {Say.Seconds(times.Max() - times.Min())}. Settle at one pace, then build",
            deviation >= mean * Severe ? AlertSeverity.High : AlertSeverity.Medium)
        {
            Category = "consistency",
            ImprovementArea = "pace_consistency",
            Topic = Topics.Of(race, "consistency"),
        });
    }
}
