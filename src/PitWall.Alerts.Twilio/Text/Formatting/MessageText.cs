using System.Buffers;
using System.Text;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>A caller's words, made fit to stand in a text: one kind of space, one kind of line end, nothing invisible or broken.</summary>
internal static class MessageText
{
    private static readonly SearchValues<char> Shown = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    /// <summary>Appends the text without white space around it.</summary>
    /// <param name="text">The caller's words.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="keepLines">Whether a line end stays one, or becomes a space.</param>
    public static void Write(scoped ReadOnlySpan<char> text, ref TextBuffer output, bool keepLines)
    {
        // Nearly all are as they should be.
        if (IsFit(text))
        {
            output.Append(text);
            return;
        }

        var start = output.Length;
        var hasSpace = false;
        var hasLine = false;
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (char.IsWhiteSpace(c))
            {
                hasSpace = true;
                hasLine |= c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
                continue;
            }

            // The last two are no characters, and no XML takes them.
            if (char.IsControl(c) || c is '\uFFFE' or '\uFFFF')
                continue;

            if (hasSpace && output.Length > start)
                output.Append(hasLine && keepLines ? '\n' : ' ');

            hasSpace = hasLine = false;
            if (!char.IsSurrogate(c))
            {
                output.Append(c);
            }
            else if (index + 1 < text.Length && char.IsSurrogatePair(c, text[index + 1]))
            {
                output.Append(text.Slice(index++, 2));
            }
            else
            {
                output.Append((char)Rune.ReplacementChar.Value);
            }
        }
    }

    /// <summary>Whether a text is of ASCII characters that show, with one space between words and none around them.</summary>
    private static bool IsFit(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.ContainsAnyExcept(Shown) && text.IndexOf("  ", StringComparison.Ordinal) < 0;
}
