using System.Text;
using RaceReplay.Timing;

namespace RaceReplay.Tests.Timing;

/// <summary>Timing exports for tests.</summary>
internal static class TimingFile
{
    public const string Header = "NUMBER; DRIVER_NUMBER; LAP_NUMBER; LAP_TIME; CROSSING_FINISH_LINE_IN_PIT; S1; S2; S3; ELAPSED; HOUR;TOP_SPEED;PIT_TIME;CLASS;FLAG_AT_FL";

    public static RaceTiming Read(params string[] lines) => Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static RaceTiming Read(byte[] bytes) => TimingReader.Read(new MemoryStream(bytes), "race.csv");

    public static string Line(string car, int lap, string time, string elapsed, string rest = ";33.0;57.0;60.0", string hour = "15:00:00.000", string tail = "200.0;;Am;GF") =>
        $"{car};1;{lap};{time}{rest.Insert(0, ";")};{elapsed};{hour};{tail}";
}
