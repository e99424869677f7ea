using PitWall.Alerts.Twilio;
using RaceReplay.Timing;

namespace RaceReplay.Engine.Rules;

/// <summary>Reports the car's own stops, and those of the cars directly ahead and behind.</summary>
internal sealed class PitStopRule : IStrategyRule
{
    private static readonly TimeSpan RivalValidFor = TimeSpan.FromMinutes(2);

    private OwnLap? _beforeStop;

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        if (lap.IsOutLap)
        {
            var lost = _beforeStop is { } before && lap.Position != before.Position ? $", from P{before.Position}" : string.Empty;
            var time = lap.Lap.PitTime is { } pitTime ? $" {Say.Seconds(pitTime)} in the pit lane" : string.Empty;
            var ahead = lap is { GapAhead: { } gap, Ahead: { } car } ? $", {Say.Seconds(gap)} behind car {car.Car}" : string.Empty;
            alerts.Add(new StrategyAlert(StrategyAlertType.PitStop, $"Stop made:{time} on lap {lap.Number}. Out in P{lap.Position}{lost}{ahead}")
            {
                Topic = Topics.Of(race, "pit"),
            });
        }

        if (!lap.Lap.IsInPit)
            _beforeStop = lap;
    }

    public void OnRivalLap(RaceState race, TimingLap lap, ICollection<Alert> alerts)
    {
        if (!lap.IsInPit || race.LastLap is not { } own || lap.Number < own.Number || lap.Number > own.Number + 1)
            return;

        // The order at the line of the car's last lap tells who its neighbours are.
        var order = race.Order.Of(own.Number);
        var place = own.Position - 1;
        var isAhead = place > 0 && order[place - 1].Car == lap.Car;
        var isBehind = place + 1 < order.Count && order[place + 1].Car == lap.Car;
        if (isAhead || isBehind)
        {
            alerts.Add(new StrategyAlert(
                StrategyAlertType.PitStop, $"Car {lap.Car}, directly {(isAhead ? "ahead" : "behind")}, is in the pit lane on lap {lap.Number}", AlertSeverity.Medium)
            {
                Topic = Topics.Of(race, "rival-pit"),
                ValidFor = RivalValidFor,
            });
        }
    }
}
