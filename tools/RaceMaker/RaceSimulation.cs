namespace RaceMaker;

/// <summary>Runs the story lap by lap. The same seed gives the same race.</summary>
internal sealed class RaceSimulation(IReadOnlyList<CarPlan> cars, int seed)
{
    private static readonly double[] SectorShares = [0.29, 0.41, 0.30];

    private readonly Random _random = new(seed);
    private readonly Dictionary<CarPlan, long> _elapsed = cars.Select((car, grid) => (car, Start: grid * 450L)).ToDictionary(pair => pair.car, pair => pair.Start);
    private readonly Dictionary<CarPlan, int> _tireAge = cars.ToDictionary(car => car, _ => 0);
    private readonly List<SimulatedLap> _laps = [];

    public List<SimulatedLap> Run()
    {
        for (var number = 1; number <= RaceScript.Laps; number++)
        {
            foreach (var car in cars.Where(car => car.RetiresAfter >= number))
                _laps.Add(Drive(car, number));
            if (number is RaceScript.YellowTo - 1)
                BunchUp(number);
        }

        _laps.Sort((a, b) => a.Elapsed.CompareTo(b.Elapsed));
        Wave();
        return _laps;
    }

    private SimulatedLap Drive(CarPlan car, int number)
    {
        var tireAge = ++_tireAge[car];
        var seconds = (RaceScript.BaseLap + car.Pace + (car.Wear * tireAge) + (car.Spread * Bell())) * WetShare(car);
        seconds += number == 1 ? 7 : 0;
        seconds *= number switch { RaceScript.YellowFrom => 1.22, RaceScript.YellowFrom + 1 => 1.55, RaceScript.YellowTo => 1.12, _ => 1 };

        var isInLap = car.Stops.Contains(number);
        var isOutLap = car.Stops.Contains(number - 1);
        var pitTime = isOutLap ? 58_000 + (long)(4_000 * _random.NextDouble()) : 0;
        if (isInLap)
            seconds += 4;
        if (isOutLap)
            _tireAge[car] = 0;

        var time = (long)(seconds * 1000) + (isOutLap ? pitTime - 24_000 : 0);
        _elapsed[car] += time;
        return new SimulatedLap(car, number, time, _elapsed[car])
        {
            Sectors = Split(time, tireAge),
            IsInPit = isInLap,
            PitTime = pitTime,
            TopSpeed = Math.Round(238 - (car.Pace * 3) - (tireAge * 0.12) + (1.2 * Bell()), 1),
        };
    }

    // Behind the safety car the field closes up to a car length a place.
    private void BunchUp(int number)
    {
        var field = _laps.Where(lap => lap.Number == number).OrderBy(lap => lap.Elapsed).ToList();
        for (var place = 1; place < field.Count; place++)
        {
            var lap = field[place];
            var closedUp = field[0].Elapsed + (place * 900L) + (lap.IsInPit ? 3_000 : 0);
            var time = Math.Max(lap.Time + closedUp - lap.Elapsed, (long)(RaceScript.BaseLap * 1000));
            var elapsed = lap.Elapsed - lap.Time + time;
            _laps[_laps.IndexOf(lap)] = lap with { Time = time, Elapsed = elapsed, Sectors = Split(time, 0) };
            _elapsed[lap.Car] = elapsed;
        }
    }

    private void Wave()
    {
        var leader = _laps.Where(lap => lap.Number == RaceScript.YellowFrom - 1).Min(lap => lap.Elapsed);
        var from = leader + 42_000;
        var to = _laps.Where(lap => lap.Number == RaceScript.YellowTo).Min(lap => lap.Elapsed) - 1_000;
        var end = _laps.Where(lap => lap.Number == RaceScript.Laps).Min(lap => lap.Elapsed);
        foreach (var lap in _laps)
            lap.Flag = lap.Elapsed >= end ? "FF" : lap.Elapsed >= from && lap.Elapsed < to ? "FCY" : "GF";
        _laps.RemoveAll(lap => lap.Elapsed - lap.Time >= end);
    }

    private double WetShare(CarPlan car)
    {
        var minutes = Math.Max(0, ((_elapsed[car] / 1000.0) - RaceScript.RainFrom) / 60);
        return 1 + (RaceScript.RainCost * Math.Min(1, minutes / 5));
    }

    private long[] Split(long time, int tireAge)
    {
        // Worn tires lose most in the long corners of the second sector.
        var tilt = tireAge * 0.0001;
        var first = (long)(time * (SectorShares[0] - tilt + (0.0008 * Bell())));
        var second = (long)(time * (SectorShares[1] + (2 * tilt) + (0.0008 * Bell())));
        return [first, second, time - first - second];
    }

    // Close enough to a normal distribution: the sum of four uniform ones.
    private double Bell() => (_random.NextDouble() + _random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 2) * 1.7;
}
