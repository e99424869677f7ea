using RaceMaker;

// Makes the race that RaceReplay bundles: dotnet run --project tools/RaceMaker -- samples/RaceReplay/data
if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: dotnet run --project tools/RaceMaker -- FOLDER");
    return 2;
}

var race = new RaceSimulation(RaceScript.Cars, seed: 10);
var laps = race.Run();
Directory.CreateDirectory(folder);
File.WriteAllText(Path.Combine(folder, "made-up-race.csv"), TimingCsv.Write(laps));
File.WriteAllText(Path.Combine(folder, "made-up-weather.csv"), WeatherCsv.Write(laps[^1].Elapsed));
Console.WriteLine($"{laps.Count} laps of {laps.Select(lap => lap.Car.Number).Distinct().Count()} cars");
return 0;
