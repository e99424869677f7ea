using PitWall.Alerts.Twilio;
using RaceReplay.Timing;

namespace RaceReplay.Engine.Rules;

/// <summary>Watches the gap to the car ahead and to the car behind.</summary>
internal sealed class GapRule : IStrategyRule
{
    private readonly GapWatch _ahead = new("ahead");
    private readonly GapWatch _behind = new("behind");

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        if (lap.IsOutLap || lap.Lap.IsInPit)
        {
            _ahead.Forget();
            _behind.Forget();
        }
        else if (!lap.Flag.IsNeutralised() && lap is { Ahead: { IsInPit: false } ahead, GapAhead: { } gap } && _ahead.Look(race, ahead.Car, gap, lap) is { } alert)
        {
            alerts.Add(alert);
        }
    }

    public void OnRivalLap(RaceState race, TimingLap lap, ICollection<Alert> alerts)
    {
        if (race.LastLap is not { } own || own.Number != lap.Number || own.IsOutLap || own.Lap.IsInPit || lap.IsInPit || race.Flag.IsNeutralised())
            return;

        // Only the first one to follow the car over the line is the car behind.
        if (race.Order.Of(own.Number).Count == own.Position + 1 && _behind.Look(race, lap.Car, lap.Elapsed - own.Lap.Elapsed, own) is { } alert)
            alerts.Add(alert);
    }
}
