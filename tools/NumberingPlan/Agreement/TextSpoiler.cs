using System.Text;

namespace PitWall.Tools.NumberingPlan.Agreement;

/// <summary>Writes digits the way people, machines and accidents do.</summary>
internal sealed class TextSpoiler(Random random)
{
    private static readonly string[] Separators = [" ", "-", ".", "/", " - ", ") ", "\u00A0", "\u2011", "\u2013", "~", "x", "*", "\u200B", "  ", "\u3000", "\uFF0D", ",", "_"];
    private static readonly string[] Fronts =
        ["", "", "tel:", "whatsapp:", "Tel. ", "(", "\u202A", " ", "+", "\uFF0B", "fax ", "sip:", "\u05D8\u05DC ", "a1 ", "tel:+", "1-", "00", "call: \""];

    private static readonly string[] Backs =
    [
        "", "", " ext. 12", "x123", " x 45", "#12", " #34#", ";ext=77", ";isub=12345", " - 503#", ",,123", ";9", ", 4567", " extension 3", " anexo 5",
        " \u0434\u043E\u0431. 12", "\u202C", ")", ".", " (home)", " abc", "FLOWERS", " / x12", " x12/x13", "@example.com", "~5", " int 3", "\uFF58\uFF54 5", "!", "1", "\"",
        ";phone-context=+1", ";phone-context=example.com", ";phone-context=+44-20", ";phone-context=", " a", "abc1", " \u00E9", " extensi\u00F3n 99", " ext12345678901234567890123",
    ];

    private const string NoiseCharacters = "0123456789+ -().,;:/#xX*~abcABC[]\\\t\u00A0\u2010\uFF0B\uFF11\u0661\u06F2\u200B\u3000\u30FC\"'@=\u00E9\u0434";

    /// <summary>Puts separators between digits.</summary>
    internal string Group(string text)
    {
        var separator = Separators[random.Next(3) == 0 ? random.Next(Separators.Length) : random.Next(4)];
        var grouped = new StringBuilder();

        foreach (var c in text)
        {
            grouped.Append(random.Next(4) == 0 ? separator : string.Empty).Append(c);
        }

        return grouped.ToString();
    }

    /// <summary>Puts something in front and behind, and sometimes writes the digits in another script.</summary>
    internal string Dress(string text)
    {
        var zero = random.Next(24) switch { < 3 => '\uFF10', < 6 => '\u0660', < 9 => '\u06F0', 9 => '\u0966', _ => '0' };
        var digits = new string([.. text.Select(c => char.IsAsciiDigit(c) && random.Next(3) > 0 ? (char)(zero + c - '0') : c)]);

        return Fronts[random.Next(Fronts.Length)] + digits + Backs[random.Next(Backs.Length)];
    }

    /// <summary>Changes, drops, adds or swaps one character.</summary>
    internal string Change(string text)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = random.Next(text.Length);
        var digit = (char)('0' + random.Next(10));

        return random.Next(6) switch
        {
            0 => text[..at] + text[(at + 1)..],
            1 => text[..at] + digit + text[at..],
            2 when at > 0 => text[..(at - 1)] + text[at] + text[at - 1] + text[(at + 1)..],
            3 => text[..at] + Character() + text[(at + 1)..],
            _ => text[..at] + digit + text[(at + 1)..],
        };
    }

    /// <summary>Characters without sense.</summary>
    internal string Noise(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Character()));

    private char Character() => NoiseCharacters[random.Next(NoiseCharacters.Length)];
}
