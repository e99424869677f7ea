using System.Globalization;
using PitWall.Alerts.Twilio;

namespace PitWall.Tools.NumberingPlan.Table;

/// <summary>The table as <c>npm/table.mjs</c> prints it.</summary>
internal static class PlanTable
{
    private const int FirstKind = 11;

    // The order in which libphonenumber asks for kinds; fixed lines and mobiles come last and may both match.
    private static readonly PhoneNumberKind[] KindColumns =
    [
        PhoneNumberKind.PremiumRate, PhoneNumberKind.TollFree, PhoneNumberKind.SharedCost, PhoneNumberKind.Voip, PhoneNumberKind.PersonalNumber,
        PhoneNumberKind.Pager, PhoneNumberKind.Uan, PhoneNumberKind.Voicemail, PhoneNumberKind.FixedLine, PhoneNumberKind.Mobile,
    ];

    internal static IReadOnlyList<PlanRow> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => ReadRow(line.Split('\t')))];

    private static PlanRow ReadRow(string[] cells)
    {
        var lengths = ReadLengths(cells[8]);

        return new PlanRow(
            cells[0],
            cells[1],
            int.Parse(cells[2], CultureInfo.InvariantCulture),
            int.Parse(cells[3], CultureInfo.InvariantCulture),
            cells[4],
            cells[5],
            cells[6],
            cells[7],
            lengths,
            ReadLengths(cells[9]),
            cells[10],
            [.. KindColumns.Select((kind, index) => ReadKind(kind, cells[FirstKind + index], lengths)).OfType<KindPattern>()]);
    }

    private static KindPattern? ReadKind(PhoneNumberKind kind, string cell, int lengths)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        var parts = cell.Split(" @");

        return new KindPattern(kind, parts[0], parts.Length > 1 ? ReadLengths(parts[1]) : lengths);
    }

    private static int ReadLengths(string cell) =>
        cell.Split(',', StringSplitOptions.RemoveEmptyEntries).Aggregate(0, (mask, length) => mask | (1 << int.Parse(length, CultureInfo.InvariantCulture)));
}
