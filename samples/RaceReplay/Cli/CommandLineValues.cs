using System.Globalization;
using PitWall.Alerts.Twilio;

namespace RaceReplay.Cli;

/// <summary>Reads the values of options, and says what is wrong with one.</summary>
internal static class CommandLineValues
{
    private static readonly TimeSpan LeastOffset = TimeSpan.FromHours(-14);
    private static readonly TimeSpan MostOffset = TimeSpan.FromHours(14);

    public static int Whole(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? number
            : throw new UsageException($"{option} needs a whole number of at least 1; \"{value}\" is none.");

    public static double Factor(string value) =>
        double.TryParse(value.TrimEnd('x', 'X'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor > 0 && double.IsFinite(factor)
            ? factor
            : throw new UsageException($"--speed needs a number above 0, such as 1 or 60; \"{value}\" is none.");

    public static bool IsJson(string value) => value switch
    {
        "json" => true,
        "text" => false,
        _ => throw new UsageException($"--output is json or text, not \"{value}\"."),
    };

    public static string Phone(string value)
    {
        const string WhatsApp = "whatsapp:";
        var result = new PhoneNumberNormalizer().Normalize(value);
        if (!result.IsSuccess)
            throw new UsageException($"--to needs a phone number such as +34600111222. {result.Explain(value)}.");
        return (value.StartsWith(WhatsApp, StringComparison.OrdinalIgnoreCase) ? WhatsApp : string.Empty) + result.Number;
    }

    /// <summary>Reads <c>-5</c>, <c>+05:30</c>, <c>-0500</c> or <c>Z</c>.</summary>
    public static TimeSpan Offset(string value)
    {
        if (value is "Z" or "z" or "UTC")
            return TimeSpan.Zero;

        var sign = value.StartsWith('-') ? -1 : 1;
        var digits = value.TrimStart('+', '-').Replace(":", string.Empty, StringComparison.Ordinal);
        var isWhole = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var (hours, minutes) = digits.Length > 2 ? (number / 100, number % 100) : (number, 0);
        var offset = sign * new TimeSpan(hours, minutes, 0);
        if (!isWhole || digits.Length > 4 || minutes > 59 || offset < LeastOffset || offset > MostOffset)
            throw new UsageException($"--utc-offset needs an offset such as -05:00, +5:30 or Z; \"{value}\" is none.");
        return offset;
    }

    /// <summary>How many letters differ between two names: inserted, left out or changed.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
