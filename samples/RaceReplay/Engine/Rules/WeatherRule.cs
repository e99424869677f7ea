using PitWall.Alerts.Twilio;
using RaceReplay.Weather;

namespace RaceReplay.Engine.Rules;

/// <summary>Calls rain that begins or ends, and a track or a wind that has changed since the crew last heard of it.</summary>
internal sealed class WeatherRule : IStrategyRule
{
    private const double TrackDegrees = 2.5;
    private const double WindChange = 15;
    private const int WindSamples = 5;

    private readonly Queue<double> _winds = new();
    private double? _knownTrack;
    private double? _knownWind;
    private bool? _isRaining;

    public void OnWeather(RaceState race, WeatherSample sample, ICollection<Alert> alerts)
    {
        if (sample.IsRaining is { } rain)
        {
            if (rain != _isRaining && (rain || _isRaining is not null))
            {
                alerts.Add(Call(rain ? $"Rain on track{Degrees(sample)}" : $"The rain has stopped{Degrees(sample)}", AlertSeverity.High));
                _knownTrack = sample.TrackTemperature;
            }

            _isRaining = rain;
        }

        LookAtTrack(sample, alerts);
        LookAtWind(sample, alerts);
    }

    private void LookAtTrack(WeatherSample sample, ICollection<Alert> alerts)
    {
        if (sample.TrackTemperature is not { } track)
            return;

        _knownTrack ??= track;
        var change = Math.Round(track - _knownTrack.Value, 2);
        if (Math.Abs(change) < TrackDegrees)
            return;

        _knownTrack = track;
        alerts.Add(Call($"Track {(change > 0 ? "up" : "down")} {Say.Figure(Math.Abs(change))} C to {Say.Figure(track)} C", AlertSeverity.Low));
    }

    // Gusts come and go: the mean of some minutes counts.
    private void LookAtWind(WeatherSample sample, ICollection<Alert> alerts)
    {
        if (sample.WindSpeed is not { } wind)
            return;

        _winds.Enqueue(wind);
        if (_winds.Count < WindSamples)
            return;
        if (_winds.Count > WindSamples)
            _winds.Dequeue();

        var mean = _winds.Average();
        _knownWind ??= mean;
        if (Math.Abs(mean - _knownWind.Value) < WindChange)
            return;

        alerts.Add(Call($"Wind now {Say.Figure(mean)} km/h, was {Say.Figure(_knownWind.Value)}", AlertSeverity.Low));
        _knownWind = mean;
    }

    private static string Degrees(WeatherSample sample) => sample.TrackTemperature is { } track ? $". Track {Say.Figure(track)} C" : string.Empty;

    private static StrategyAlert Call(string message, AlertSeverity severity) => new(StrategyAlertType.Weather, message, severity) { Topic = Topics.Weather };
}
