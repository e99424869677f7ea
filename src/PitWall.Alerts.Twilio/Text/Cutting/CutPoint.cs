using System.Globalization;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Where a text may end so that nobody misreads what is left of it.</summary>
/// <param name="End">Characters that are kept.</param>
/// <param name="IsSpaced">Whether a space goes before the dots: "lap 15 ..." says that the number is whole.</param>
internal readonly record struct CutPoint(int End, bool IsSpaced)
{
    /// <summary>Whether the text may end before <paramref name="position"/>, which ends a word.</summary>
    public static bool TryAtWord(ReadOnlySpan<char> text, int position, out CutPoint point)
    {
        point = default;
        if (position < text.Length && (!char.IsWhiteSpace(text[position]) || char.IsWhiteSpace(text[position - 1])))
            return false;

        var kept = text[..position].TrimEnd(" \n,;:-–—(\"'&/+");
        if (kept.IsEmpty || !IsClusterBoundary(text, kept.Length))
            return false;

        if (!EndsWithBareNumber(kept))
        {
            point = new(kept.Length, IsSpaced: kept[^1] is '.' or '!' or '?');
            return true;
        }

        // Only a comma behind it tells that a number is whole and has no unit to come.
        point = new(kept.Length, IsSpaced: true);
        return kept.Length < position && text[kept.Length] is ',' or ';';
    }

    /// <summary>Whether the text may end before <paramref name="position"/>, which is inside a word.</summary>
    public static bool TryInWord(ReadOnlySpan<char> text, int position, out CutPoint point)
    {
        point = new(position, IsSpaced: false);
        if (position >= text.Length || char.IsWhiteSpace(text[position - 1]))
            return false;

        var next = text[position];
        if (char.IsNumber(text[position - 1]) || (char.IsNumber(next) && IsNumberPunctuation(text[position - 1])))
            return false;

        if (IsUnit(next) || char.IsNumber(next))
        {
            var start = position;
            while (start > 0 && IsUnit(text[start - 1]))
                start--;

            if (start > 0 && start < position && char.IsNumber(text[start - 1]))
                return false;
        }

        return IsClusterBoundary(text, position);
    }

    private static bool EndsWithBareNumber(ReadOnlySpan<char> text)
    {
        if (!char.IsNumber(text[^1]))
            return false;

        for (var index = text.Length - 1; index >= 0; index--)
        {
            var c = text[index];
            if (!char.IsNumber(c) && !IsNumberPunctuation(c))
                return !char.IsLetter(c);
        }

        return true;
    }

    private static bool IsNumberPunctuation(char c) => c is '.' or ',' or ':' or '/' or '+' or '-' or '\u2212' or '±' or '–' or '~' or '#';

    private static bool IsUnit(char c) => char.IsAsciiLetter(c) || c is '%' or '/' or '°' or 'µ' or '²' or '³';

    private static bool IsClusterBoundary(ReadOnlySpan<char> text, int position)
    {
        if (position >= text.Length || (char.IsAscii(text[position]) && char.IsAscii(text[position - 1])))
            return true;

        // A cluster never begins before a space, so there is no need to look further back.
        var start = text[..position].LastIndexOf(' ') + 1;
        while (start < position)
            start += StringInfo.GetNextTextElementLength(text[start..]);

        return start == position;
    }
}
