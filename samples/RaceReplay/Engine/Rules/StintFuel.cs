namespace RaceReplay.Engine.Rules;

/// <summary>
/// Estimates the fuel of a stint. Timing holds no fuel figures: a tank is taken to last 45 minutes of racing, half the rate under yellow, and a stint that
/// lasts longer teaches it better.
/// </summary>
internal sealed class StintFuel
{
    private const double NeutralisedRate = 0.5;

    private static readonly TimeSpan FirstGuess = TimeSpan.FromMinutes(45);

    private TimeSpan _tank = FirstGuess;
    private TimeSpan _used;
    private int _lastLap;

    /// <summary>The whole laps left in the tank at the pace of the car's best lap; <see langword="null"/> until there is one.</summary>
    public int? LapsLeft { get; private set; }

    /// <summary>Takes a lap; taking it again changes nothing, since several rules share the estimate.</summary>
    public void Take(RaceState race, OwnLap lap)
    {
        if (lap.Number == _lastLap)
            return;

        _lastLap = lap.Number;
        if (lap.IsOutLap)
            _used = TimeSpan.Zero;
        _used += lap.Flag.IsNeutralised() ? lap.Lap.Time * NeutralisedRate : lap.Lap.Time - (lap.Lap.PitTime ?? TimeSpan.Zero);
        if (_used > _tank)
            _tank = _used;
        LapsLeft = race.Best is { } best ? (int)((_tank - _used) / best) : null;
    }
}
