using FsCheck;
using FsCheck.Fluent;

namespace PitWall.Alerts.Twilio.Tests.Text;

/// <summary>Arbitrary texts that reach the corners: alphabets mixed, pairs, clusters, broken halves, numbers with units.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "box", "fuel", "Undercut", "lap", "a", " ", " ", " ", " ", "  ", "\n", "\r\n", ", ", ". ", "; ", " - ", " – ", "(", ")", "…",
        "15", "1.7 laps", "0.4s", "120 m", "15%", "15-17", "6±2", "−0.31s/lap", "41.2 °C", "9°", "½", "2½", "10²", "P3", "T12", "1:58.321", "#55",
        "é", "á", "É", "Ú", "ß", "Δ", "ñ", "ç", "€", "[", "]", "~", "|", "^", "\\", "{", "}", "\f", "`", "\t", "\u00A0", "±", "×", "→", "“", "’",
        "🔴", "😀", "👨‍👩‍👧‍👦", "🇪🇸", "👍🏽", "e\u0301", "x\u0308\u0316", "残り", "周", "Гонка", "한국", "नि", "\u0600 ", "\uD800", "\uDC00", "\0", "\u001B", "\u200B",
        "\uFFFE", "*", "_", "> ", "- ", "&", "<", "supercalifragilisticexpialidocious", "https://example.com/a?b=1&c=2",
    ];

    private static readonly Gen<string> Any =
        from count in Gen.Frequency((4, Gen.Choose(0, 12)), (3, Gen.Choose(10, 80)), (1, Gen.Choose(80, 700)))
        from pieces in Gen.Elements(Pieces).ArrayOf(count)
        select string.Concat(pieces);

    private static readonly Gen<string> OneAlphabet =
        from piece in Gen.Elements("A", "€", "á", "😀", "word ", "残", "1", "15% ")
        from other in Gen.Elements("A", "€", "á", "😀", " ", "B")
        from count in Gen.Choose(0, 330)
        from at in Gen.Choose(0, 330)
        select string.Concat(Enumerable.Repeat(piece, count)).Insert(Math.Min(at, count), other);

    public static Arbitrary<string> Arbitrary { get; } = Gen.Frequency((3, Any), (1, OneAlphabet)).ToArbitrary();

    /// <summary>Whether any half of a surrogate pair stands alone.</summary>
    public static bool IsBroken(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]))
                return true;
        }

        return false;
    }
}
