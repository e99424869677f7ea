using System.Text;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>How much one Say verb takes, whatever its voice.</summary>
/// <remarks>Source: Twilio docs, TwiML verb Say and error 13521: 3,000 characters for the strictest voices, and 4,500 of the text as it looks in a URL.</remarks>
internal static class SpeechLimits
{
    public const int MaxCharacters = 3000;

    public const int MaxUrlEncodedCharacters = 4500;

    public static bool Admits(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxCharacters)
            return false;

        var encoded = 0;
        foreach (var rune in text.EnumerateRunes())
            encoded += UrlEncodedLength(rune);

        return encoded <= MaxUrlEncodedCharacters;
    }

    public static int UrlEncodedLength(Rune rune) => rune.IsAscii && Rune.IsLetterOrDigit(rune) ? 1 : 3 * rune.Utf8SequenceLength;
}
