using PitWall.Alerts.Twilio;
using RaceReplay.Engine.Rules;
using RaceReplay.Timing;
using RaceReplay.Weather;

namespace RaceReplay.Engine;

/// <summary>
/// A small strategist for one car: laps and weather in, alerts out. It knows nothing that a pit wall would not know at that moment, keeps no clock and does
/// no I/O; the same race always gives the same alerts.
/// </summary>
internal sealed class StrategyEngine
{
    private readonly RaceState _race;
    private readonly FlagRule _flags = new();
    private readonly IReadOnlyList<IStrategyRule> _rules;

    public StrategyEngine(string car, string carClass)
    {
        var stint = new StintFuel();
        _race = new RaceState(car, carClass);
        _rules =
        [
            _flags, new PitStopRule(), new PositionRule(), new GapRule(), new FuelRule(stint), new PitWindowRule(stint), new TireWearRule(), new WeatherRule(),
            new SectorRule(), new ConsistencyRule(),
        ];
    }

    public OwnLap? LastLap => _race.LastLap;

    /// <summary>Takes the next lap of any car; laps come in the order in which they ended.</summary>
    public IReadOnlyList<Alert> OnLap(TimingLap lap)
    {
        var previous = _race.Flag;
        var previousCode = _race.FlagCode;
        var wasFinished = _race.IsFinished;
        var own = _race.Apply(lap);
        var alerts = new List<Alert>();
        if (_race.FlagCode != previousCode)
        {
            foreach (var rule in _rules)
                rule.OnFlag(_race, previous, lap, alerts);
        }

        if (wasFinished)
            return alerts;

        if (own is not null && _race.IsFinished)
        {
            _flags.OnFinish(own, alerts);
            return alerts;
        }

        foreach (var rule in _rules)
        {
            if (own is not null)
                rule.OnOwnLap(_race, own, alerts);
            else if (_race.IsRival(lap))
                rule.OnRivalLap(_race, lap, alerts);
        }

        return alerts;
    }

    /// <summary>Takes the next sample of the weather.</summary>
    public IReadOnlyList<Alert> OnWeather(WeatherSample sample)
    {
        var alerts = new List<Alert>();
        _race.Apply(sample);
        if (_race.IsFinished)
            return alerts;
        foreach (var rule in _rules)
            rule.OnWeather(_race, sample, alerts);
        return alerts;
    }
}
