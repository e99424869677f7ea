using System.Text.Json;

namespace PitWall.Tools.NumberingPlan.Agreement;

/// <summary>An input and what google-libphonenumber makes of it, in its own words.</summary>
internal sealed record Answer(string Region, string Text, string Error, string E164, string Possible, bool IsValid, string NumberRegion, string Kind)
{
    internal static Answer Parse(string line)
    {
        var cells = line.Split('\t');

        return new Answer(cells[0], JsonSerializer.Deserialize<string>(cells[1])!, cells[2], cells[3], cells[4], cells[5] == "true", cells[6], cells[7]);
    }
}
