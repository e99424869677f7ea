using System.Globalization;

namespace RaceReplay.Export;

/// <summary>Times as timing exports write them: <c>53.893</c>, <c>2:33.653</c>, <c>1:02:33.653</c>.</summary>
internal static class RaceTimeText
{
    private const int MaxHours = 9999;

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var ticks = 0L;
        var parts = 0;
        foreach (var range in text.Split(':'))
        {
            var part = text[range];
            parts++;
            var isLast = range.End.GetOffset(text.Length) == text.Length;
            if (parts > 3 || !TryParsePart(part, isLast, out var value) || (parts > 1 && value >= 60 * TimeSpan.TicksPerSecond))
                return false;
            ticks = (ticks * 60) + value;
        }

        if (ticks > MaxHours * TimeSpan.TicksPerHour)
            return false;
        time = TimeSpan.FromTicks(ticks);
        return true;
    }

    /// <summary>Writes a time the way a pit wall reads it: <c>2:33.653</c>, with hours only where there are some.</summary>
    public static string Format(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}.{time.Milliseconds:000}");

    // A part in ticks, as if it were seconds: the caller multiplies by 60 for every colon that follows.
    private static bool TryParsePart(ReadOnlySpan<char> part, bool mayHaveFraction, out long ticks)
    {
        ticks = 0;
        var point = mayHaveFraction ? part.IndexOfAny('.', ',') : -1;
        var whole = point < 0 ? part : part[..point];
        if (whole.Length is 0 or > 6 || whole.ContainsAnyExceptInRange('0', '9'))
            return false;

        ticks = int.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond;
        if (point < 0)
            return true;

        var fraction = part[(point + 1)..];
        if (fraction.Length is 0 or > 7 || fraction.ContainsAnyExceptInRange('0', '9'))
            return false;

        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in fraction)
            ticks += (digit - '0') * (unit /= 10);
        return true;
    }
}
