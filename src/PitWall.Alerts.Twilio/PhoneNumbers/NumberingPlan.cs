using System.Globalization;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>The world's calling codes and the lengths of the numbers under them.</summary>
internal static class NumberingPlan
{
    private static readonly string[][] Rows = [.. CallingCodes.Table.Split(';').Select(row => row.Split(' '))];
    private static readonly Dictionary<string, string[]> ByRegion = Rows.Where(row => row[0] != "001").ToDictionary(row => row[0], StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<int, string[]> MainByCode = Rows.Where(row => row[2] == "1").ToDictionary(row => int.Parse(row[1], CultureInfo.InvariantCulture));
    private static readonly Dictionary<int, int> RegionsOfCode = Rows.GroupBy(row => int.Parse(row[1], CultureInfo.InvariantCulture)).ToDictionary(group => group.Key, group => group.Count());

    internal static int CallingCodeOf(ulong digits)
    {
        var count = DecimalDigits.Count(digits);

        for (var length = 1; length <= Math.Min(3, count); length++)
        {
            var code = (int)(digits / DecimalDigits.PowersOfTen[count - length]);

            if (MainByCode.ContainsKey(code))
            {
                return code;
            }
        }

        return 0;
    }

    internal static PlanEntry Find(ulong digits)
    {
        var code = CallingCodeOf(digits);

        if (code == 0)
        {
            return digits == 0
                ? default
                : new PlanEntry(0, null, PhoneNumberKind.Unknown, PhoneNumberValidity.Impossible, PhoneNumberError.UnknownCallingCode);
        }

        var national = DecimalDigits.Count(digits) - DecimalDigits.Count((ulong)code);
        var lengths = Lengths(code);
        var error = lengths.Contains(national) ? PhoneNumberError.None
            : national < lengths[0] ? PhoneNumberError.TooShort
            : national > lengths[^1] ? PhoneNumberError.TooLong
            : PhoneNumberError.WrongLength;
        var validity = error == PhoneNumberError.None ? PhoneNumberValidity.Possible : PhoneNumberValidity.Impossible;

        return new PlanEntry((ushort)code, RegionsOfCode[code] == 1 ? MainByCode[code][0] : null, PhoneNumberKind.Unknown, validity, error);
    }

    internal static string NameOf(int code) => code switch
    {
        1 => "the United States and Canada",
        7 => "Russia and Kazakhstan",
        _ => MainByCode[code][0],
    };

    internal static string LengthsOf(int code) => $"{(code is 1 or 7 ? "have" : "has")} {string.Join(" or ", Lengths(code))}";

    internal static bool TryGetRegion(string region, out int code, out string internationalPrefix, out string nationalPrefix)
    {
        var found = ByRegion.TryGetValue(region, out var row);
        code = found ? int.Parse(row![1], CultureInfo.InvariantCulture) : 0;
        internationalPrefix = found && row![4] != "-" ? row[4] : string.Empty;
        nationalPrefix = found && row![5] != "-" ? row[5] : string.Empty;

        return found;
    }

    private static int[] Lengths(int code) =>
        [.. MainByCode[code][3].Split(',').Select(length => int.Parse(length, CultureInfo.InvariantCulture))];
}
