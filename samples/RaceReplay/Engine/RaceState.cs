using RaceReplay.Timing;
using RaceReplay.Weather;

namespace RaceReplay.Engine;

/// <summary>What a crew knows at a moment of the race: the flag, the order at the line and every lap of its own car.</summary>
internal sealed class RaceState(string car, string carClass)
{
    // A slower lap is a spin, traffic or a problem, not the car's pace.
    private const double SlowestClean = 1.1;

    // Enough for a long stint, and a bound for the work of a lap.
    private const int RecentLaps = 60;

    private readonly List<OwnLap> _laps = [];
    private readonly Dictionary<int, TimeSpan> _bestSectors = [];
    private int _lapsBeforeConditions;

    public string Car => car;

    public LineOrder Order { get; } = new();

    public TrackFlag Flag { get; private set; }

    public string FlagCode { get; private set; } = string.Empty;

    /// <summary>The laps of the car, oldest first.</summary>
    public IReadOnlyList<OwnLap> Laps => _laps;

    public OwnLap? LastLap => _laps.Count > 0 ? _laps[^1] : null;

    /// <summary>Whether the car has taken the chequered flag.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>The recent clean laps in these conditions, oldest first.</summary>
    public IReadOnlyList<OwnLap> CleanLaps => Recent(RecentLaps);

    /// <summary>The recent clean laps of the current stint in these conditions, oldest first.</summary>
    public IReadOnlyList<OwnLap> CleanStintLaps => Recent(Math.Min(LastLap?.StintLap ?? 0, RecentLaps));

    /// <summary>The fastest clean lap of the car in these conditions, or in those before while there is none.</summary>
    public TimeSpan? Best { get; private set; }

    /// <summary>Whether it rains, as far as the weather says.</summary>
    public bool IsRaining { get; private set; }

    /// <summary>The fastest time of the car in a sector, counted from 0, of the clean laps in these conditions.</summary>
    public TimeSpan? BestSector(int sector) => _bestSectors.TryGetValue(sector, out var best) ? best : null;

    public bool IsRival(TimingLap lap) => lap.Car != car && lap.Class == carClass;

    /// <summary>Takes a lap of any car.</summary>
    /// <returns>The lap of the own car, when it is one.</returns>
    public OwnLap? Apply(TimingLap lap)
    {
        // After the chequered flag cars still come in under it, whatever the export writes; nothing but a red flag changes that.
        if (lap.Flag.Length > 0 && (Flag != TrackFlag.Chequered || TrackFlags.Parse(lap.Flag) == TrackFlag.Red))
            (FlagCode, Flag) = (lap.Flag, TrackFlags.Parse(lap.Flag));
        if (lap.Class == carClass)
            Order.Add(lap);
        if (lap.Car != car)
            return null;

        var own = Look(lap);
        _laps.Add(own);
        IsFinished = Flag == TrackFlag.Chequered;
        if (own.IsClean)
            Keep(lap);
        return own;
    }

    /// <summary>Takes the weather. Rain that begins or ends starts a new reckoning: wet laps say nothing about dry ones.</summary>
    public void Apply(WeatherSample sample)
    {
        if (sample.IsRaining is not { } rain || rain == IsRaining)
            return;

        IsRaining = rain;
        _lapsBeforeConditions = _laps.Count;
        _bestSectors.Clear();
    }

    private IReadOnlyList<OwnLap> Recent(int laps) => [.. _laps.TakeLast(Math.Min(laps, _laps.Count - _lapsBeforeConditions)).Where(lap => lap.IsClean)];

    private void Keep(TimingLap lap)
    {
        if (Best is null || lap.Time < Best || CleanLaps.Count == 1)
            Best = lap.Time;
        for (var sector = 0; sector < lap.Sectors.Count; sector++)
        {
            if (lap.Sectors[sector] is { } time && (BestSector(sector) is not { } best || time < best))
                _bestSectors[sector] = time;
        }
    }

    private OwnLap Look(TimingLap lap)
    {
        var previous = LastLap;
        var crossings = Order.Of(lap.Number);
        var isOutLap = lap.Number > 1 && (lap.PitTime is not null || previous?.Lap.IsInPit == true);
        return new OwnLap(lap)
        {
            Flag = Flag,
            Position = crossings.Count,
            Ahead = crossings.Count > 1 ? crossings[^2] : null,
            IsOutLap = isOutLap,
            StintLap = isOutLap ? 1 : (previous?.StintLap ?? 0) + 1,
            IsClean = lap.Number > 1
                && !isOutLap
                && !lap.IsInPit
                && !Flag.IsNeutralised()
                && previous is not null
                && !previous.Flag.IsNeutralised()
                && (lap.Time <= (Best ?? lap.Time) * SlowestClean || _laps.Count == _lapsBeforeConditions),
        };
    }
}
