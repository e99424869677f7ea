namespace PitWall.Alerts.Twilio.Text;

/// <summary>Rewrites English race text so that a speech engine says it as a race engineer would.</summary>
/// <remarks>
/// "P3" is "P 3", "0.4s" is "0.4 seconds", "FCY" is "full course yellow", "Laps 15-17" is "laps 15 to 17". Words keep their order
/// and nothing is added that the text does not say. In another language only the host's pronunciations apply.
/// </remarks>
internal sealed partial class SpeechNormalizer
{
    private readonly string _text;
    private readonly IDictionary<string, string> _pronunciations;
    private readonly bool _isEnglish;
    private int _position;

    private SpeechNormalizer(string text, AlertSpeechOptions options)
    {
        _text = text;
        _pronunciations = options.Pronunciations;
        _isEnglish = options.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Appends a text as it is said.</summary>
    /// <param name="text">The text, as <see cref="MessageText"/> writes it.</param>
    /// <param name="options">The language and the host's own pronunciations.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(string text, AlertSpeechOptions options, ref TextBuffer output)
    {
        var normalizer = new SpeechNormalizer(text, options);
        while (normalizer._position < text.Length)
        {
            var c = text[normalizer._position];
            if (char.IsLetter(c))
                normalizer.ReadWord(ref output);
            else if (!normalizer._isEnglish)
                normalizer.ReadForeignMark(ref output);
            else if (char.IsAsciiDigit(c) || OfFraction(c) is not null)
                normalizer.ReadNumber(ref output);
            else
                normalizer.ReadMark(c, ref output);
        }
    }

    private char Peek(int index) => index >= 0 && index < _text.Length ? _text[index] : '\0';

    private static void Space(ref TextBuffer output)
    {
        if (output.Last is not ('\0' or ' '))
            output.Append(' ');
    }

    private static void Pause(char mark, ref TextBuffer output)
    {
        output.TrimEnd();
        if (output.Last == ',' && mark != ',')
            output.ReplaceLast(mark);
        else if (output.Last is not ('\0' or '.' or ',' or ';' or ':' or '!' or '?'))
            output.Append(mark);
    }

    // "FCY" is "Full course yellow" where a sentence begins.
    private static void AppendPhrase(scoped ReadOnlySpan<char> phrase, ref TextBuffer output)
    {
        var before = output.Written.TrimEnd(' ');
        var start = output.Length;
        output.Append(phrase);
        if (before.IsEmpty || before[^1] is '.' or '!' or '?')
            output.CapitalizeAt(start);
    }
}
