using System.Text;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Rewrites a text in GSM-7 as far as its meaning survives.</summary>
internal static class Gsm7Transliterator
{
    /// <summary>Appends the text; what has no counterpart is appended as it is.</summary>
    /// <param name="source">The text.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="unsupported">Receives every character without a counterpart, where somebody wants to know.</param>
    /// <returns>Where the first character without a counterpart stands in <paramref name="output"/>; -1 when all is GSM-7.</returns>
    public static int Write(scoped ReadOnlySpan<char> source, ref TextBuffer output, List<SmsUnsupportedCharacter>? unsupported = null)
    {
        var first = -1;
        for (var index = 0; index < source.Length; index++)
        {
            var run = source[index..].IndexOfAnyExcept(Gsm7Alphabet.AsciiOneSeptet);
            if (run < 0)
            {
                output.Append(source[index..]);
                break;
            }

            output.Append(source.Slice(index, run));
            index += run;
            var c = source[index];
            if (Gsm7Alphabet.Septets(c) > 0)
            {
                output.Append(c);
            }
            else if (!TryReplace(source, index, ref output))
            {
                if (first < 0)
                    first = output.Length;

                _ = Rune.DecodeFromUtf16(source[index..], out var rune, out var length);
                unsupported?.Add(new SmsUnsupportedCharacter(rune, index));
                output.Append(source.Slice(index, length));
                index += length - 1;
            }
        }

        return first;
    }

    private static bool TryReplace(scoped ReadOnlySpan<char> source, int index, ref TextBuffer output)
    {
        var c = source[index];
        var next = index + 1 < source.Length ? source[index + 1] : '\0';
        if (c is '°' or 'º' && IsTemperatureScale(source, index + 1))
            return true;

        if (c is >= '\u0300' and <= '\u036F' && char.IsLetter(output.Last) && Gsm7Alphabet.Septets(output.Last) > 0)
        {
            if (TryCompose(output.Last, c, out var composed))
                output.ReplaceLast(composed);

            return true;
        }

        if (!Gsm7Replacements.TryGet(c, out var replacement))
            return false;

        if (replacement.Style == Gsm7ReplacementStyle.Power && char.IsAsciiDigit(output.Last))
            output.Append('^');
        else if (replacement.Style == Gsm7ReplacementStyle.Fraction && char.IsAsciiDigit(output.Last))
            output.Append(' ');
        else if (replacement.Style == Gsm7ReplacementStyle.Word && char.IsLetterOrDigit(output.Last))
            output.Append(' ');

        output.Append(replacement.Text);
        if (replacement.Style == Gsm7ReplacementStyle.Word && char.IsLetterOrDigit(next))
            output.Append(' ');

        return true;
    }

    // 41.2 °C is 41.2 C: the letter alone says what it is.
    private static bool IsTemperatureScale(ReadOnlySpan<char> source, int index) =>
        index < source.Length && source[index] is ('C' or 'F')
        && (index + 1 == source.Length || !char.IsLetterOrDigit(source[index + 1]));

    // The letters with marks that GSM-7 has; any other mark is left off its letter.
    private static bool TryCompose(char letter, char mark, out char composed)
    {
        composed = (letter, mark) switch
        {
            ('a', '\u0300') => 'à',
            ('e', '\u0300') => 'è',
            ('i', '\u0300') => 'ì',
            ('o', '\u0300') => 'ò',
            ('u', '\u0300') => 'ù',
            ('e', '\u0301') => 'é',
            ('E', '\u0301') => 'É',
            ('n', '\u0303') => 'ñ',
            ('N', '\u0303') => 'Ñ',
            ('a', '\u0308') => 'ä',
            ('A', '\u0308') => 'Ä',
            ('o', '\u0308') => 'ö',
            ('O', '\u0308') => 'Ö',
            ('u', '\u0308') => 'ü',
            ('U', '\u0308') => 'Ü',
            ('a', '\u030A') => 'å',
            ('A', '\u030A') => 'Å',
            ('C', '\u0327') => 'Ç',
            _ => '\0',
        };
        return composed != '\0';
    }
}
