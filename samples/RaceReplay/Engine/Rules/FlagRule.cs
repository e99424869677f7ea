using PitWall.Alerts.Twilio;
using RaceReplay.Timing;

namespace RaceReplay.Engine.Rules;

/// <summary>Calls every change of the flag: yellow, safety car and red as critical.</summary>
internal sealed class FlagRule : IStrategyRule
{
    // Exports in which the flag flickers from car to car must not ring a phone each time.
    private static readonly TimeSpan Flicker = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, TimeSpan> _calledAt = new(StringComparer.OrdinalIgnoreCase);

    public static StrategyAlertType Type { get; } = new("flag");

    public void OnFlag(RaceState race, TrackFlag previous, TimingLap lap, ICollection<Alert> alerts)
    {
        if (_calledAt.TryGetValue(race.FlagCode, out var before) && lap.Elapsed - before < Flicker)
            return;
        if (Call(race, previous) is not { } alert)
            return;

        _calledAt[race.FlagCode] = lap.Elapsed;
        alerts.Add(alert);
    }

    public void OnFinish(OwnLap lap, ICollection<Alert> alerts) =>
        alerts.Add(new StrategyAlert(Type, $"Chequered flag. Car {lap.Lap.Car} finishes P{lap.Position} after {Say.Laps(lap.Number)}", AlertSeverity.High));

    private static Alert? Call(RaceState race, TrackFlag previous) => race.Flag switch
    {
        TrackFlag.FullCourseYellow => new CriticalAlert($"FULL COURSE YELLOW. {Where(race)}"),
        TrackFlag.SafetyCar => new CriticalAlert($"SAFETY CAR. {Where(race)}"),
        TrackFlag.Red => new CriticalAlert($"RED FLAG. {Where(race)}"),

        // A race that begins under green is no news, and the end is called when the own car takes it.
        TrackFlag.Green => previous == TrackFlag.Unknown
            ? null
            : new StrategyAlert(Type, $"Green flag, racing again. {Where(race)}", AlertSeverity.High) { Topic = Topics.Of(race, "flag"), ValidFor = TimeSpan.FromMinutes(2) },
        TrackFlag.Chequered => null,
        _ => new StrategyAlert(Type, $"Flag {race.FlagCode} is shown. {Where(race)}") { Topic = Topics.Of(race, "flag"), ValidFor = TimeSpan.FromMinutes(2) },
    };

    private static string Where(RaceState race) =>
        race.LastLap is { } lap ? $"Car {race.Car} P{lap.Position}, lap {lap.Number + 1}" : $"Car {race.Car} is on its first lap";
}
