using System.Globalization;
using System.Text;

namespace RaceMaker;

/// <summary>Writes the weather of the story, a sample a minute: a warm track that cools under clouds, wind, then rain.</summary>
internal static class WeatherCsv
{
    private const int MinutesAround = 3;

    public static string Write(long raceMilliseconds)
    {
        var text = new StringBuilder("TIME_UTC_SECONDS;TIME_UTC_STR;AIR_TEMP;TRACK_TEMP;HUMIDITY;PRESSURE;WIND_SPEED;WIND_DIRECTION;RAIN\n");
        for (var minute = -MinutesAround; minute <= (raceMilliseconds / 60_000) + MinutesAround; minute++)
            Append(text, minute);
        return text.ToString();
    }

    private static void Append(StringBuilder text, int minute)
    {
        var time = RaceScript.Start.ToUniversalTime().AddMinutes(minute);
        var rainMinutes = Math.Max(0, minute - (RaceScript.RainFrom / 60));
        var clouds = Math.Clamp((minute - 15) / 20.0, 0, 1);
        var air = 24.5 - (2.2 * clouds) - (0.15 * rainMinutes) + (0.1 * Math.Sin(minute));
        var track = 39.0 - (5.5 * clouds) - (0.6 * rainMinutes) + (0.2 * Math.Sin(minute * 1.7));
        var wind = 8 + (18 * clouds) + (2 * Math.Sin(minute * 2.3));
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{time.ToUnixTimeSeconds()};{time:M/d/yyyy h:mm:ss tt};{air:0.00};{track:0.0};{52 + (30 * clouds):0.00};{1009 - (3 * clouds):0.0};{wind:0.00};{210 + (25 * clouds):0};{(rainMinutes > 0 ? 1 : 0)}\n");
        text.Append(line);
    }
}
