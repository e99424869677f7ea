using System.Globalization;
using RaceReplay.Export;

namespace RaceReplay.Weather;

/// <summary>Reads the weather export that goes with the timing: one line a sample, TIME_UTC_SECONDS and what was measured.</summary>
internal sealed class WeatherReader
{
    private static readonly long MaxUnixSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private readonly ExportTable _table;
    private readonly int _time;
    private readonly (string Name, int? Column) _air;
    private readonly (string Name, int? Column) _track;
    private readonly (string Name, int? Column) _wind;
    private readonly (string Name, int? Column) _rain;

    private WeatherReader(ExportTable table)
    {
        _table = table;
        _time = table.Columns.Require("TIME_UTC_SECONDS");
        _air = Find("AIR_TEMP");
        _track = Find("TRACK_TEMP");
        _wind = Find("WIND_SPEED");
        _rain = Find("RAIN");
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="DamagedFileException">Thrown when not one sample can be read.</exception>
    public static RaceWeather Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        return Read(stream, Path.GetFileName(path));
    }

    public static RaceWeather Read(Stream stream, string file)
    {
        var reader = new WeatherReader(ExportTable.Open(stream, file));
        var samples = reader.Samples().OrderBy(sample => sample.Time).ToList();
        if (samples.Count > 0)
            return new RaceWeather(samples, reader._table.Problems);

        throw new DamagedFileException(reader._table.Problems.Kept is [var first, ..]
            ? first with { Text = $"{first.Text} None of the {reader._table.Problems.Count} lines holds a sample that can be read." }
            : new ExportProblem(file, 2, 1, null, "there is no sample below the header."));
    }

    private IEnumerable<WeatherSample> Samples()
    {
        while (_table.Next())
        {
            var cell = _table.Cells[_time];
            if (!double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > MaxUnixSeconds)
            {
                _table.Report(_time, "TIME_UTC_SECONDS", $"\"{cell}\" is not a count of seconds since 1970 such as 1745700936. The line is skipped.");
                continue;
            }

            yield return new WeatherSample(DateTimeOffset.FromUnixTimeSeconds((long)seconds))
            {
                AirTemperature = NumberIn(_air),
                TrackTemperature = NumberIn(_track),
                WindSpeed = NumberIn(_wind),
                IsRaining = NumberIn(_rain) is { } rain ? rain > 0 : null,
            };
        }
    }

    private (string Name, int? Column) Find(string name) => (name, _table.Columns.Find(name));

    private double? NumberIn((string Name, int? Column) place)
    {
        if (place.Column is not { } column || _table.Cells[column].Trim('-').IsEmpty)
            return null;

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        var cell = _table.Cells[column];
        if (double.TryParse(cell, Style, CultureInfo.InvariantCulture, out var value)
            || double.TryParse(cell.ToString().Replace(',', '.'), Style, CultureInfo.InvariantCulture, out value))
            return value;

        _table.Report(column, place.Name, $"\"{cell}\" is not a number. The sample is kept without it.");
        return null;
    }
}
