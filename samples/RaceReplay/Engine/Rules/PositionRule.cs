using PitWall.Alerts.Twilio;

namespace RaceReplay.Engine.Rules;

/// <summary>Calls places won and lost on the track, and whose stop gave one away. The car's own stops are told by <see cref="PitStopRule"/>.</summary>
internal sealed class PositionRule : IStrategyRule
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(2);

    private OwnLap? _previous;

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        var previous = _previous;
        _previous = lap;
        if (previous is null || lap.Number != previous.Number + 1 || lap.IsOutLap || lap.Lap.IsInPit || lap.Position == previous.Position)
            return;

        var aheadBefore = race.Order.Before(race.Car, previous.Number).ToDictionary(l => l.Car, StringComparer.Ordinal);
        var aheadNow = race.Order.Before(race.Car, lap.Number).Select(l => l.Car).ToHashSet(StringComparer.Ordinal);
        var isGain = lap.Position < previous.Position;
        List<string> cars = isGain ? [.. aheadBefore.Keys.Where(car => !aheadNow.Contains(car))] : [.. aheadNow.Where(car => !aheadBefore.ContainsKey(car))];
        var stopped = isGain && cars.TrueForAll(car => aheadBefore[car].IsInPit) ? " after the stop" : string.Empty;
        var how = isGain ? $"now ahead of {Say.Cars(cars)}{stopped}" : $"now behind {Say.Cars(cars)}";
        alerts.Add(new StrategyAlert(
            StrategyAlertType.Overtaking, $"P{lap.Position} (was P{previous.Position}) on lap {lap.Number}, {how}", isGain ? AlertSeverity.Low : AlertSeverity.Medium)
        {
            Topic = Topics.Of(race, "position"),
            ValidFor = ValidFor,
        });
    }
}
