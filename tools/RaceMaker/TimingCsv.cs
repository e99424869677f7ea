using System.Globalization;
using System.Text;

namespace RaceMaker;

/// <summary>Writes laps in the format of the timing export, car by car.</summary>
internal static class TimingCsv
{
    private const double LapKilometres = 5.2;

    public static string Write(IEnumerable<SimulatedLap> laps)
    {
        var text = new StringBuilder("\uFEFF");
        text.Append("NUMBER; DRIVER_NUMBER; LAP_NUMBER; LAP_TIME; LAP_IMPROVEMENT; CROSSING_FINISH_LINE_IN_PIT; S1; S1_IMPROVEMENT; S2; S2_IMPROVEMENT; S3; S3_IMPROVEMENT; KPH; ELAPSED; HOUR;TOP_SPEED;PIT_TIME;CLASS;TEAM;FLAG_AT_FL;\n");
        foreach (var car in laps.GroupBy(lap => lap.Car).OrderBy(car => car.Key.Number, StringComparer.Ordinal))
        {
            foreach (var lap in car)
                Append(text, lap);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, SimulatedLap lap)
    {
        var sectors = lap.Sectors.Select(Time).ToArray();
        var speed = LapKilometres / (lap.Time / 3_600_000.0);
        var hour = RaceScript.Start.AddMilliseconds(lap.Elapsed).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var pitTime = lap.PitTime == 0 ? string.Empty : "0:0" + Time(lap.PitTime).PadLeft(8, '0');
        text.Append(CultureInfo.InvariantCulture, $"{lap.Car.Number};1;{lap.Number};{Time(lap.Time)};0;{(lap.IsInPit ? "B" : string.Empty)};")
            .Append(CultureInfo.InvariantCulture, $"{sectors[0]};0;{sectors[1]};0;{sectors[2]};0;{speed:0.0};{Time(lap.Elapsed)};{hour};")
            .Append(CultureInfo.InvariantCulture, $"{lap.TopSpeed:0.0};{pitTime};{lap.Car.Class};{lap.Car.Team};{lap.Flag};\n");
    }

    private static string Time(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        return time.TotalMinutes < 1
            ? time.ToString("s\\.fff", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}.{time.Milliseconds:000}");
    }
}
