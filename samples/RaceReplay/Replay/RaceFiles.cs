using System.Globalization;
using RaceReplay.Export;
using RaceReplay.Timing;
using RaceReplay.Weather;

namespace RaceReplay.Replay;

/// <summary>Opens the files of a race and says what is wrong with them.</summary>
/// <param name="notes">Takes sentences for people.</param>
/// <param name="today">The date of races whose files do not tell.</param>
internal sealed class RaceFiles(Action<string> notes, DateTimeOffset today)
{
    // As tools/RaceMaker writes it.
    private static readonly TimeSpan BundledOffset = TimeSpan.FromHours(2);

    private static string BundledFolder => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Opens a race.</summary>
    /// <param name="timing">The timing export; <see langword="null"/> for the race that comes with the program.</param>
    /// <param name="weather">The weather export, or <see langword="null"/>.</param>
    /// <param name="utcOffset">The offset of the track's clock from UTC, when it is known.</param>
    /// <exception cref="DamagedFileException">Thrown when a file cannot be used.</exception>
    /// <exception cref="IOException">Thrown when a file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Thrown when a file may not be opened.</exception>
    public Race Open(string? timing, string? weather, TimeSpan? utcOffset)
    {
        if (timing is null)
            (timing, weather, utcOffset) = (Path.Combine(BundledFolder, "made-up-race.csv"), Path.Combine(BundledFolder, "made-up-weather.csv"), BundledOffset);

        var laps = TimingReader.Read(timing);
        var name = Path.GetFileName(timing);
        foreach (var note in laps.Notes)
            notes($"note: {name}: {note}");
        Report(laps.Problems);
        var start = today.Date + (laps.LocalStart() ?? TimeSpan.Zero) - (utcOffset ?? TimeSpan.Zero);
        var race = new Race(name, laps, [], new DateTimeOffset(start, TimeSpan.Zero), laps.Problems.Count);
        if (weather is not null && WithWeather(race, weather, utcOffset, out race))
            return race;

        if (utcOffset is null && laps.LocalStart() is not null)
            notes($"note: {name}: the texts take the track's clock for UTC; --utc-offset tells the difference.");
        return race;
    }

    private bool WithWeather(Race race, string path, TimeSpan? utcOffset, out Race result)
    {
        var weather = WeatherReader.Read(path);
        var name = Path.GetFileName(path);
        Report(weather.Problems);
        result = race with { BadLines = race.BadLines + weather.Problems.Count };
        if (race.Timing.LocalStart() is not { } localStart)
        {
            notes($"note: {name} is left out: the timing has no column HOUR that says when the race was.");
            return false;
        }

        if (RaceStart.Find(localStart, race.Timing.Duration, weather.Samples, utcOffset) is not { } start)
        {
            notes(string.Create(
                CultureInfo.InvariantCulture,
                $"note: {name} is left out: it runs from {weather.Samples[0].Time:yyyy-MM-dd HH:mm} to {weather.Samples[^1].Time:yyyy-MM-dd HH:mm} UTC, and the race began at {localStart:hh\\:mm} local time. {(utcOffset is null ? "Say the track's offset with --utc-offset." : "With this --utc-offset they do not overlap.")}"));
            return false;
        }

        if (utcOffset is null)
            notes(string.Create(CultureInfo.InvariantCulture, $"note: {name}: the weather fits a race that began at {start:yyyy-MM-dd HH:mm:ss} UTC; --utc-offset says otherwise if need be."));
        result = result with { Weather = weather.Samples, Start = start };
        return true;
    }

    private void Report(ExportProblems problems)
    {
        foreach (var problem in problems.Kept)
            notes($"error: {problem}");
        if (problems.Count > problems.Kept.Count)
            notes($"error: and {problems.Count - problems.Kept.Count} more like these.");
    }
}
