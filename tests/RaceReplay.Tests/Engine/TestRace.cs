using PitWall.Alerts.Twilio;
using RaceReplay.Engine;
using RaceReplay.Timing;
using RaceReplay.Weather;

namespace RaceReplay.Tests.Engine;

/// <summary>A race written lap by lap; the engine looks after car 7.</summary>
internal sealed class TestRace
{
    public const string Own = "7";

    private readonly List<TimingLap> _laps = [];
    private readonly List<(TimeSpan Elapsed, WeatherSample Sample)> _weather = [];
    private readonly Dictionary<string, (int Number, TimeSpan Elapsed)> _last = [];

    /// <summary>The next laps of a car, in seconds.</summary>
    public TestRace Laps(string car, params double[] seconds)
    {
        foreach (var time in seconds)
            Lap(car, time);
        return this;
    }

    public TestRace Lap(string car, double seconds, Func<TimingLap, TimingLap>? with = null)
    {
        var (number, elapsed) = _last.GetValueOrDefault(car);
        var time = TimeSpan.FromSeconds(seconds);
        var lap = new TimingLap { Car = car, Number = number + 1, Time = time, Elapsed = elapsed + time, Flag = "GF", Class = "A" };
        _last[car] = (lap.Number, lap.Elapsed);
        _laps.Add(with?.Invoke(lap) ?? lap);
        return this;
    }

    public TestRace Weather(double seconds, double? track = null, double? wind = null, bool? rain = null)
    {
        _weather.Add((TimeSpan.FromSeconds(seconds), new WeatherSample(DateTimeOffset.UnixEpoch.AddSeconds(seconds)) { TrackTemperature = track, WindSpeed = wind, IsRaining = rain }));
        return this;
    }

    /// <summary>Runs the race.</summary>
    /// <returns>What the engine raised, in order.</returns>
    public List<Alert> Run()
    {
        var engine = new StrategyEngine(Own, "A");
        return
        [
            .. _laps.Select(lap => (lap.Elapsed, Look: (Func<IReadOnlyList<Alert>>)(() => engine.OnLap(lap))))
                .Concat(_weather.Select(weather => (weather.Elapsed, Look: (Func<IReadOnlyList<Alert>>)(() => engine.OnWeather(weather.Sample)))))
                .OrderBy(moment => moment.Elapsed)
                .SelectMany(moment => moment.Look()),
        ];
    }

    public List<string> Messages(StrategyAlertType type) => [.. Run().OfType<StrategyAlert>().Where(alert => alert.Type == type).Select(alert => alert.Message)];
}
