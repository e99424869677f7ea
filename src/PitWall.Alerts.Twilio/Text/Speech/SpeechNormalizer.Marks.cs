using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Text;

internal sealed partial class SpeechNormalizer
{
    private void ReadMark(char c, ref TextBuffer output)
    {
        var next = Peek(_position + 1);
        var isBeforeNumber = char.IsAsciiDigit(next) || OfFraction(next) is not null;
        _position++;
        switch (c)
        {
            case ' ' or '_' or '/' or '\\' or '^' or '*' or '`':
                Space(ref output);
                break;
            case '\n' or '…':
                Pause('.', ref output);
                Space(ref output);
                break;
            case '.' when next == '.':
                while (Peek(_position) == '.')
                    _position++;

                Pause('.', ref output);
                Space(ref output);
                break;
            case '.' or ',' or ';' or ':' or '!' or '?':
                Pause(c, ref output);
                break;
            case '-' when next == '>':
                _position++;
                Word("to", ref output);
                break;
            case '-' or '\u2212' or '–' when isBeforeNumber && !char.IsLetterOrDigit(Peek(_position - 2)):
                Word("minus", ref output);
                break;
            case '-' when char.IsLetterOrDigit(next) && char.IsLetterOrDigit(Peek(_position - 2)):
                output.Append('-');
                break;
            case '(' or '[' or '{' or ')' or ']' or '}' or '-' or '–' or '—' or '―' or '|' or '•' or '·':
                Pause(',', ref output);
                Space(ref output);
                break;
            case '\'' or '’' when char.IsLetter(next) && char.IsLetter(Peek(_position - 2)):
                output.Append('\'');
                break;
            case '~' or '≈' when isBeforeNumber:
                Word("about", ref output);
                break;
            case '#' when isBeforeNumber:
                Word("number", ref output);
                break;
            default:
                if (OfSymbol(c) is { } words)
                    Word(words, ref output);
                else if (!char.IsAscii(c) || c is '$')
                    AppendUnlessSymbol(ref output);

                break;
        }
    }

    private void ReadForeignMark(ref TextBuffer output)
    {
        _position++;
        if (_text[_position - 1] == '\n')
        {
            Pause('.', ref output);
            Space(ref output);
            return;
        }

        AppendUnlessSymbol(ref output);
    }

    // An engine reads an emoji's whole name aloud.
    private void AppendUnlessSymbol(ref TextBuffer output)
    {
        _ = Rune.DecodeFromUtf16(_text.AsSpan(_position - 1), out var rune, out var length);
        _position += length - 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Format
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.EnclosingMark
            || rune.Value is 0xFE0F or 0xFE0E or 0x201E or 0x201A)
        {
            return;
        }

        output.Append(_text.AsSpan(_position - length, length));
    }

    private static void Word(string words, ref TextBuffer output)
    {
        Space(ref output);
        AppendPhrase(words, ref output);
        output.Append(' ');
    }

    private static string? OfSymbol(char c) => c switch
    {
        '±' => "plus or minus",
        '+' => "plus",
        '\u2212' => "minus",
        '→' or '⇒' or '➜' or '➔' => "to",
        '↑' or '▲' => "up",
        '↓' or '▼' => "down",
        '<' => "less than",
        '>' => "more than",
        '≤' => "at most",
        '≥' => "at least",
        '=' => "equals",
        '×' => "times",
        '&' => "and",
        '@' => "at",
        '%' => "percent",
        '°' => "degrees",
        '∆' => "delta",
        _ => null,
    };
}
