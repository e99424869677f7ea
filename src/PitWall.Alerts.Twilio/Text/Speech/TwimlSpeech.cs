using System.Globalization;
using System.Text;
using System.Xml;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>A call that speaks a text, as TwiML small enough to travel inside the request.</summary>
/// <remarks>Source: Twilio docs, "TwiML for Programmable Voice", the verbs Say, Pause and Hangup.</remarks>
internal static class TwimlSpeech
{
    /// <summary>The longest inline TwiML.</summary>
    /// <remarks>Source: Twilio docs, Call resource, parameter <c>Twiml</c>, and error 32018.</remarks>
    public const int MaxLength = 4000;

    // The strictest voice takes 3,000 characters, and every voice 4,500 of the text as it looks in a URL (Twilio docs, error 13521).
    private const int MaxSpokenCharacters = 3000;
    private const int MaxUrlEncodedCharacters = 4500;

    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        ConformanceLevel = ConformanceLevel.Document,
    };

    /// <summary>Speaks a text, repeats it, hangs up.</summary>
    /// <param name="text">Any text. Control characters are left out, broken surrogates read U+FFFD.</param>
    /// <param name="voice">The voice, such as <c>Polly.Joanna</c>; <see langword="null"/>: the account's.</param>
    /// <param name="language">The language of the voice, such as <c>en-US</c>; <see langword="null"/>: Twilio's default.</param>
    /// <param name="times">How often the text is spoken; at least 1.</param>
    /// <param name="isCut">Whether the text was cut to fit.</param>
    /// <returns>TwiML of at most <see cref="MaxLength"/> characters.</returns>
    public static string Say(string text, string? voice, string? language, int times, out bool isCut)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);

        var spoken = new TextBuffer(stackalloc char[1024]);
        MessageText.Write(text, ref spoken, keepLines: false);
        var frame = Write(string.Empty, voice, language, times).Length;
        var room = (MaxLength - frame) / times;
        var kept = CutPointFor(spoken.Written, room);
        isCut = kept < spoken.Length;
        var words = isCut ? string.Concat(spoken.Written[..kept], TextCutter.Ellipsis) : spoken.ToString();
        spoken.Dispose();
        return Write(words, voice, language, times);
    }

    private static string Write(string text, string? voice, string? language, int times)
    {
        var output = new StringBuilder();
        using (var xml = XmlWriter.Create(new StringWriter(output, CultureInfo.InvariantCulture), Settings))
        {
            xml.WriteStartElement("Response");
            for (var time = 0; time < times; time++)
            {
                if (time > 0)
                {
                    xml.WriteStartElement("Pause");
                    xml.WriteAttributeString("length", "1");
                    xml.WriteEndElement();
                }

                xml.WriteStartElement("Say");
                if (!string.IsNullOrEmpty(voice))
                    xml.WriteAttributeString("voice", voice);

                if (!string.IsNullOrEmpty(language))
                    xml.WriteAttributeString("language", language);

                xml.WriteString(text);
                xml.WriteEndElement();
            }

            xml.WriteElementString("Hangup", string.Empty);
            xml.WriteEndElement();
        }

        return output.ToString();
    }

    private static int CutPointFor(ReadOnlySpan<char> text, int room)
    {
        if (Fits(text, room, dots: 0))
            return text.Length;

        for (var position = text.Length - 1; position > 0; position--)
        {
            if (CutPoint.TryAtWord(text, position, out var point) && Fits(text[..point.End], room, TextCutter.Ellipsis.Length))
                return point.End;
        }

        for (var position = text.Length - 1; position > 0; position--)
        {
            if (CutPoint.TryInWord(text, position, out _) && Fits(text[..position], room, TextCutter.Ellipsis.Length))
                return position;
        }

        return 0;
    }

    private static bool Fits(ReadOnlySpan<char> text, int room, int dots)
    {
        if (text.Length + dots > Math.Min(room, MaxSpokenCharacters))
            return false;

        var escaped = dots;
        var encoded = dots;
        foreach (var rune in text.EnumerateRunes())
        {
            escaped += rune.Value switch
            {
                '&' => "&amp;".Length,
                '<' or '>' => "&lt;".Length,
                _ => rune.Utf16SequenceLength,
            };
            encoded += Rune.IsLetterOrDigit(rune) && rune.IsAscii ? 1 : 3 * rune.Utf8SequenceLength;
        }

        return escaped <= room && encoded <= MaxUrlEncodedCharacters;
    }
}
