using PitWall.Alerts.Twilio;

namespace RaceReplay.Engine.Rules;

/// <summary>Counts the laps left in the tank: once when few are left, once more when it is time.</summary>
internal sealed class FuelRule(StintFuel fuel) : IStrategyRule
{
    private const int Few = 5;
    private const int Last = 2;

    private int _called = int.MaxValue;

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        fuel.Take(race, lap);
        if (lap.IsOutLap)
            _called = int.MaxValue;
        if (fuel.LapsLeft is not { } left || lap.Lap.IsInPit || left > Few || _called <= Last || (left > Last && _called <= Few))
            return;

        _called = left;
        var isLast = left <= Last;
        alerts.Add(new StrategyAlert(
            StrategyAlertType.Fuel,
            isLast ? $"Fuel for {Say.Laps(left)} by estimate: box by lap {lap.Number + Math.Max(left, 1)}" : $"Fuel for {Say.Laps(left)} by estimate, to lap {lap.Number + left}",
            isLast ? AlertSeverity.High : AlertSeverity.Medium)
        {
            Topic = Topics.Of(race, "fuel"),
            ValidFor = lap.Lap.Time * 2,
        });
    }
}
