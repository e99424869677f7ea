using PitWall.Alerts.Twilio;

namespace RaceReplay.Engine.Rules;

/// <summary>
/// Coaches the sector in which the car loses most against its own best. The speed trap hints at the cause: slower there, the exits cost; faster there and yet
/// slower in the sector, the braking does; otherwise the corners.
/// </summary>
internal sealed class SectorRule : IStrategyRule
{
    private const int RunLaps = 3;
    private const int QuietLaps = 6;
    private const double LeastLoss = 0.007;
    private const double Severe = 0.02;
    private const double SpeedChange = 0.006;

    private static readonly TimeSpan LeastSeconds = TimeSpan.FromSeconds(0.25);

    private int _lastCall = int.MinValue / 2;

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        var clean = race.CleanLaps;
        if (!lap.IsClean || clean.Count < 2 * RunLaps || lap.Number - _lastCall < QuietLaps)
            return;

        var worst = Enumerable.Range(0, lap.Lap.Sectors.Count)
            .Select(sector => (Sector: sector, Best: race.BestSector(sector) ?? TimeSpan.Zero, Loss: LossIn(sector, race, clean)))
            .Where(candidate => candidate.Loss >= LeastSeconds && candidate.Loss >= candidate.Best * LeastLoss)
            .OrderByDescending(candidate => candidate.Loss)
            .FirstOrDefault();
        if (worst.Loss == TimeSpan.Zero)
            return;

        _lastCall = lap.Number;
        alerts.Add(Advise(race, clean, worst.Sector + 1, worst.Loss, worst.Loss >= worst.Best * Severe ? AlertSeverity.High : AlertSeverity.Medium));
    }

    private static TimeSpan LossIn(int sector, RaceState race, IReadOnlyList<OwnLap> clean)
    {
        var times = clean.Select(l => l.Lap.Sectors[sector]).OfType<TimeSpan>().ToList();
        return times.Count < 2 * RunLaps || race.BestSector(sector) is not { } best ? TimeSpan.Zero : LapMath.Mean(times.TakeLast(RunLaps)) - best;
    }

    private static CoachingAlert Advise(RaceState race, IReadOnlyList<OwnLap> clean, int sector, TimeSpan loss, AlertSeverity priority)
    {
        var (type, category, area, advice) = SpeedTrend(clean) switch
        {
            < -SpeedChange => (CoachingAlertType.ThrottleControl, "throttle", "corner_exit", "Top speed is down too: work on the exits"),
            > SpeedChange => (CoachingAlertType.BrakingTechnique, "braking", "braking_point", "You arrive faster: brake a touch earlier"),
            _ => (CoachingAlertType.Cornering, "cornering", "racing_line", "Top speed is as usual: it goes in the corners"),
        };

        return new CoachingAlert(type, $"Sector {sector} costs {Say.Seconds(loss)} a lap against your best. {advice}", priority)
        {
            Category = category,
            ImprovementArea = area,
            Topic = Topics.Of(race, "sectors"),
        };
    }

    private static double SpeedTrend(IReadOnlyList<OwnLap> clean)
    {
        var speeds = clean.Select(l => l.Lap.TopSpeed).OfType<double>().ToList();
        if (speeds.Count < 2 * RunLaps)
            return 0;

        var usual = speeds.Order().ElementAt(speeds.Count / 2);
        return (speeds.TakeLast(RunLaps).Average() - usual) / usual;
    }
}
