using PitWall.Alerts.Twilio;
using RaceReplay.Timing;
using RaceReplay.Weather;

namespace RaceReplay.Engine;

/// <summary>One thing a strategist watches. A rule keeps its own memory, so that a crew hears a thing once and not every lap.</summary>
internal interface IStrategyRule
{
    /// <summary>The car finished a lap.</summary>
    void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
    }

    /// <summary>Another car of the class finished a lap.</summary>
    void OnRivalLap(RaceState race, TimingLap lap, ICollection<Alert> alerts)
    {
    }

    /// <summary>The flag changed.</summary>
    void OnFlag(RaceState race, TrackFlag previous, TimingLap lap, ICollection<Alert> alerts)
    {
    }

    /// <summary>The weather was measured.</summary>
    void OnWeather(RaceState race, WeatherSample sample, ICollection<Alert> alerts)
    {
    }
}
