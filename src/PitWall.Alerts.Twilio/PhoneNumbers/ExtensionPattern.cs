namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// Recognizes an extension at the end of a text: the six forms of <c>PhoneNumberUtil.createExtnPattern</c>, letter case ignored.
/// </summary>
internal static class ExtensionPattern
{
    private const string Blanks = " \u00A0\t";
    private const string BlanksAndCommas = " \u00A0\t,";
    private const string BlanksCommasAndHyphens = " \u00A0\t,-";

    // The most digits after a label that says what it is, after one that may be something else, and after none.
    private const int AfterLabel = 20;
    private const int AfterComma = 15;
    private const int AfterSign = 9;
    private const int AfterNothing = 6;

    private static readonly string[] Labels = ["\u0434\u043E\u0431", "anexo"];
    private static readonly string[] Signs = ["x", "\uFF58", "#", "\uFF03", "~", "\uFF5E", "int", "\uFF49\uFF4E\uFF54"];

    /// <summary>Finds where an extension starts, the leftmost place if there are several.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">The extension's digits.</param>
    /// <returns>The position, or -1.</returns>
    internal static int Find(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Is(text[i..], out digits))
            {
                return i;
            }
        }

        digits = default;

        return -1;
    }

    /// <summary>Whether a text is an extension and nothing else.</summary>
    internal static bool Is(ReadOnlySpan<char> text) => Is(text, out _);

    private static bool Is(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        digits = default;

        return !text.IsEmpty && !PhoneCharacters.IsDigit(text[0])
            && (IsRfc3966(text, out digits)
                || IsLabeled(text, out digits)
                || IsSigned(text, out digits)
                || IsHashed(text, out digits)
                || IsAfterCommas(text, out digits));
    }

    private static bool IsRfc3966(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        digits = default;

        return Take(ref text, ";ext=") && IsDigits(text, AfterLabel, out digits);
    }

    private static bool IsLabeled(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        text = text.TrimStart(BlanksAndCommas);
        digits = default;

        return (TakeExt(ref text) || TakeAny(ref text, Labels)) && IsNumber(text, AfterLabel, out digits);
    }

    private static bool IsSigned(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        text = text.TrimStart(BlanksAndCommas);
        digits = default;

        return TakeAny(ref text, Signs) && IsNumber(text, AfterSign, out digits);
    }

    // "- 503#", as in the United States.
    private static bool IsHashed(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        var rest = text.TrimStart("- ");
        digits = default;

        return rest.Length < text.Length && rest.EndsWith('#') && IsDigits(rest[..^1], AfterNothing, out digits);
    }

    private static bool IsAfterCommas(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        text = text.TrimStart(Blanks);
        var commas = text.TrimStart(',');
        digits = default;

        if (text.StartsWith(",,") || text.StartsWith(';'))
        {
            return IsNumber(text[0] == ';' ? text[1..] : text[2..], AfterComma, out digits)
                || (text[0] == ',' && IsNumber(commas, AfterSign, out digits));
        }

        return commas.Length < text.Length && IsNumber(commas, AfterSign, out digits);
    }

    // e?xt, perhaps "ensi" and an o with or without its accent, perhaps n; or the full-width e?xtn?.
    private static bool TakeExt(ref ReadOnlySpan<char> text)
    {
        _ = Take(ref text, "e") || Take(ref text, "\uFF45");

        if (Take(ref text, "\uFF58\uFF54"))
        {
            _ = Take(ref text, "\uFF4E");

            return true;
        }

        if (!Take(ref text, "xt"))
        {
            return false;
        }

        if (Take(ref text, "ensi") && !(Take(ref text, "o\u0301") || Take(ref text, "o") || Take(ref text, "\u00F3")))
        {
            return false;
        }

        _ = Take(ref text, "n");

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int most, out ReadOnlySpan<char> digits)
    {
        if (!text.IsEmpty && text[0] is (':' or '.' or '\uFF0E'))
        {
            text = text[1..];
        }

        text = text.TrimStart(BlanksCommasAndHyphens);

        return IsDigits(text.EndsWith('#') ? text[..^1] : text, most, out digits);
    }

    private static bool IsDigits(ReadOnlySpan<char> text, int most, out ReadOnlySpan<char> digits)
    {
        digits = text;

        foreach (var c in text)
        {
            if (!PhoneCharacters.IsDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0 && text.Length <= most;
    }

    private static bool TakeAny(ref ReadOnlySpan<char> text, ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            if (Take(ref text, label))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Take(ref ReadOnlySpan<char> text, string label)
    {
        if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        text = text[label.Length..];

        return true;
    }
}
