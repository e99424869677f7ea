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

    // How long a key is waited for after the last word; Twilio's own default is 5 (docs, TwiML Gather), short for a gloved hand.
    private const string KeyTimeoutSeconds = "8";

    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        ConformanceLevel = ConformanceLevel.Document,
    };

    /// <summary>Speaks a text, repeats it, hangs up.</summary>
    /// <param name="text">Any text. Control characters are left out, broken surrogates read U+FFFD.</param>
    /// <param name="voice">The voice, such as <c>Polly.Joanna</c>; <see langword="null"/>: the account's.</param>
    /// <param name="language">The language of the voice, such as <c>en-US</c>; <see langword="null"/>: Twilio's default.</param>
    /// <param name="times">How often the text is spoken, as far as it fits; at least 1.</param>
    /// <param name="isCut">Whether the text was cut, because it does not fit even once.</param>
    /// <returns>TwiML of at most <see cref="MaxLength"/> characters.</returns>
    public static string Say(string text, string? voice, string? language, int times, out bool isCut) =>
        Say(text, prompt: null, voice, language, times, out isCut);

    /// <summary>Speaks a text and asks for a key after it, repeats both, hangs up when none was pressed.</summary>
    /// <param name="text">Any text. Control characters are left out, broken surrogates read U+FFFD.</param>
    /// <param name="prompt">How the key is asked for.</param>
    /// <param name="voice">The voice, such as <c>Polly.Joanna</c>; <see langword="null"/>: the account's.</param>
    /// <param name="language">The language of the voice, such as <c>en-US</c>; <see langword="null"/>: Twilio's default.</param>
    /// <param name="times">How often both are spoken, as far as they fit; at least 1.</param>
    /// <param name="isCut">Whether the text was cut, because it does not fit even once.</param>
    /// <returns>TwiML of at most <see cref="MaxLength"/> characters, whose key is reported to the address it was fetched from.</returns>
    public static string Ask(string text, string prompt, string? voice, string? language, int times, out bool isCut)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return Say(text, prompt, voice, language, times, out isCut);
    }

    private static string Say(string text, string? prompt, string? voice, string? language, int times, out bool isCut)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);

        var spoken = new TextBuffer(stackalloc char[1024]);
        MessageText.Write(text, ref spoken, keepLines: false);
        int most;
        while (true)
        {
            var frame = Write(string.Empty, prompt, voice, language, times).Length;
            isCut = !Fits(spoken.Written, (MaxLength - frame) / times, out most);
            if (!isCut || times == 1)
                break;

            // Once in full is worth more than twice in part.
            times--;
        }

        var words = isCut
            ? string.Concat(spoken.Written[..CutPoint.Before(spoken.Written, most).End], TextCutter.Ellipsis)
            : spoken.ToString();
        spoken.Dispose();
        return Write(words, prompt, voice, language, times);
    }

    private static string Write(string text, string? prompt, string? voice, string? language, int times)
    {
        var output = new StringBuilder();
        using (var xml = XmlWriter.Create(new StringWriter(output, CultureInfo.InvariantCulture), Settings))
        {
            xml.WriteStartElement("Response");
            if (prompt is not null)
            {
                xml.WriteStartElement("Gather");
                xml.WriteAttributeString("numDigits", "1");
                xml.WriteAttributeString("timeout", KeyTimeoutSeconds);
            }

            for (var time = 0; time < times; time++)
            {
                if (time > 0)
                {
                    xml.WriteStartElement("Pause");
                    xml.WriteAttributeString("length", "1");
                    xml.WriteEndElement();
                }

                WriteSay(xml, text, voice, language);
                if (prompt is not null)
                    WriteSay(xml, prompt, voice, language);
            }

            if (prompt is not null)
                xml.WriteEndElement();

            xml.WriteElementString("Hangup", string.Empty);
            xml.WriteEndElement();
        }

        return output.ToString();
    }

    private static void WriteSay(XmlWriter xml, string text, string? voice, string? language)
    {
        xml.WriteStartElement("Say");
        if (!string.IsNullOrEmpty(voice))
            xml.WriteAttributeString("voice", voice);

        if (!string.IsNullOrEmpty(language))
            xml.WriteAttributeString("language", language);

        xml.WriteString(text);
        xml.WriteEndElement();
    }

    // Whether the text fits as it is, and how much of it would fit with dots behind it.
    private static bool Fits(ReadOnlySpan<char> text, int room, out int mostBeforeDots)
    {
        room = Math.Min(room, SpeechLimits.MaxCharacters);
        var dots = TextCutter.Ellipsis.Length;
        var length = 0;
        var escaped = 0;
        var encoded = 0;
        mostBeforeDots = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length += rune.Utf16SequenceLength;
            escaped += rune.Value switch
            {
                '&' => "&amp;".Length,
                '<' or '>' => "&lt;".Length,
                _ => rune.Utf16SequenceLength,
            };
            encoded += SpeechLimits.UrlEncodedLength(rune);
            if (escaped > room || encoded > SpeechLimits.MaxUrlEncodedCharacters)
                return false;

            if (escaped + dots <= room && encoded + (3 * dots) <= SpeechLimits.MaxUrlEncodedCharacters)
                mostBeforeDots = length;
        }

        return true;
    }
}
