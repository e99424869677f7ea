using PitWall.Alerts.Twilio;
using RaceReplay.Timing;

namespace RaceReplay.Engine.Rules;

/// <summary>Announces the window in which the car should stop, and the cheap stop that a yellow inside it offers.</summary>
internal sealed class PitWindowRule(StintFuel fuel) : IStrategyRule
{
    private const int WindowLaps = 8;
    private const int NoticeLaps = 3;

    private bool _isAnnounced;

    public void OnOwnLap(RaceState race, OwnLap lap, ICollection<Alert> alerts)
    {
        fuel.Take(race, lap);
        if (lap.IsOutLap)
            _isAnnounced = false;
        if (_isAnnounced || lap.Lap.IsInPit || lap.Flag.IsNeutralised() || fuel.LapsLeft is not ({ } left and > 0 and <= WindowLaps + NoticeLaps))
            return;

        _isAnnounced = true;
        var opensIn = Math.Max(0, left - WindowLaps);
        var when = opensIn == 0 ? "is open" : $"opens in {Say.Laps(opensIn)}";
        alerts.Add(new StrategyAlert(StrategyAlertType.PitStop, $"Pit window {when}: laps {lap.Number + Math.Max(opensIn, 1)}-{lap.Number + left}")
        {
            Topic = Topics.Of(race, "pit"),
            ValidFor = lap.Lap.Time,
        });
    }

    public void OnFlag(RaceState race, TrackFlag previous, TimingLap lap, ICollection<Alert> alerts)
    {
        if (race.Flag is not (TrackFlag.FullCourseYellow or TrackFlag.SafetyCar) || previous.IsNeutralised() || race.IsFinished)
            return;
        if (race.LastLap is not { Lap.IsInPit: false } own)
            return;

        fuel.Take(race, own);
        if (fuel.LapsLeft is not (>= 0 and <= WindowLaps))
            return;

        _isAnnounced = true;
        alerts.Add(new StrategyAlert(
            StrategyAlertType.PitStop, $"Yellow inside the pit window: a stop now costs least. Fuel to lap {own.Number + fuel.LapsLeft}", AlertSeverity.High)
        {
            Topic = Topics.Of(race, "pit"),
            ValidFor = own.Lap.Time,
        });
    }
}
