using System.Globalization;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Where a text may end without what remains being misread.</summary>
/// <param name="End">Characters that are kept.</param>
/// <param name="IsSpaced">Whether a space goes before the dots: "lap 15 ..." says that the number is whole.</param>
internal readonly record struct CutPoint(int End, bool IsSpaced)
{
    /// <summary>The last place at or before a position where the text may end; 0 where there is none.</summary>
    /// <remarks>A word is kept whole, unless it takes half of the text: such words are names, or a script without spaces.</remarks>
    public static CutPoint Before(ReadOnlySpan<char> text, int most)
    {
        var point = default(CutPoint);
        for (var position = most; position > 0 && !TryAtWord(text, position, out point); position--)
        {
        }

        for (var position = most; position > point.End * 2; position--)
        {
            if (TryInWord(text, position, out var inWord))
                return inWord;
        }

        return point;
    }

    private static bool TryAtWord(ReadOnlySpan<char> text, int position, out CutPoint point)
    {
        point = default;
        if (position < text.Length && !char.IsWhiteSpace(text[position]))
            return false;

        var kept = text[..position].TrimEnd(" \n,;:-–—(\"'&/+");
        if (kept.IsEmpty || !IsClusterBoundary(text, kept.Length))
            return false;

        if (!EndsWithBareNumber(kept))
        {
            point = new(kept.Length, IsSpaced: kept[^1] is '.' or '!' or '?');
            return true;
        }

        // Only a comma after it shows that a number is whole and has no unit to come.
        point = new(kept.Length, IsSpaced: true);
        return kept.Length < position && text[kept.Length] is ',' or ';';
    }

    private static bool TryInWord(ReadOnlySpan<char> text, int position, out CutPoint point)
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

            if (start > 0 && char.IsNumber(text[start - 1]))
                return false;
        }

        return IsClusterBoundary(text, position);
    }

    // T12 is a name; 12, 1.2 and 1/2 may have a unit to come.
    private static bool EndsWithBareNumber(ReadOnlySpan<char> text)
    {
        if (!char.IsNumber(text[^1]))
            return false;

        var beforeDigits = text.TrimEnd("0123456789");
        return beforeDigits.IsEmpty || !char.IsLetter(beforeDigits[^1]);
    }

    private static bool IsNumberPunctuation(char c) => c is '.' or ',' or ':' or '/' or '+' or '-' or '\u2212' or '±' or '–' or '~' or '#';

    private static bool IsUnit(char c) => char.IsAsciiLetter(c) || c is '%' or '/' or '°' or 'µ' or '²' or '³';

    private static bool IsClusterBoundary(ReadOnlySpan<char> text, int position)
    {
        // What follows the next character has no say in it, and a cluster may be as long as the text.
        const int longestCharacter = 2;
        text = text[..Math.Min(text.Length, position + longestCharacter)];

        // Two ASCII characters never make a cluster, but for CR LF: from such a place on the clusters can be counted.
        var start = position;
        while (start > 0 && start < text.Length && !IsAsciiBoundary(text, start))
            start--;

        while (start < position)
            start += StringInfo.GetNextTextElementLength(text[start..]);

        return start == position;
    }

    private static bool IsAsciiBoundary(ReadOnlySpan<char> text, int position) =>
        char.IsAscii(text[position - 1]) && char.IsAscii(text[position]) && text[position] != '\n';
}
