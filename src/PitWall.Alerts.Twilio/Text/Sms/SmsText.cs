using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>Measures what a text costs as an SMS, and makes it cost less. Thread-safe; no text makes it throw.</summary>
public static class SmsText
{
    /// <summary>Septets in the only segment of a GSM-7 text: 160 in 1,120 bits.</summary>
    public const int Gsm7UnitsInOne = 160;

    /// <summary>Septets in each of several segments: seven go to the header that numbers them.</summary>
    public const int Gsm7UnitsPerPart = 153;

    /// <summary>UTF-16 code units in the only segment of a UCS-2 text.</summary>
    public const int Ucs2UnitsInOne = 70;

    /// <summary>UTF-16 code units in each of several segments: three go to the header that numbers them.</summary>
    public const int Ucs2UnitsPerPart = 67;

    /// <summary>The longest body that Twilio accepts, in characters.</summary>
    /// <remarks>Source: Twilio docs, Message resource, parameter <c>Body</c>, and error 21617.</remarks>
    public const int MaxLength = 1600;

    /// <summary>Measures a text as Twilio bills it, without smart encoding and without a trial account's prefix.</summary>
    /// <param name="text">The text; may be empty, which is billed as one segment.</param>
    /// <returns>Encoding, segments and units.</returns>
    /// <remarks>
    /// A pair (a character of the extension table, or two surrogates) is never split over two segments. Whether Twilio also keeps
    /// longer grapheme clusters together is not documented; only this rule is applied to them.
    /// </remarks>
    public static SmsMeasure Measure(ReadOnlySpan<char> text) => SmsMeter.Measure(text, 0);

    /// <summary>
    /// Rewrites a text in the characters of GSM-7. Replaces what Twilio's smart encoding replaces, and what else race texts contain
    /// (<c>± × ° µ → ½</c>, accented letters, dashes, spaces).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The text and the characters that have no counterpart.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="text"/> is <see langword="null"/>.</exception>
    public static SmsTransliteration ToGsm7(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Measure(text).Encoding == SmsEncoding.Gsm7)
            return new SmsTransliteration { Text = text };

        var unsupported = new List<SmsUnsupportedCharacter>();
        var output = new TextBuffer(stackalloc char[512]);
        _ = Gsm7Transliterator.Write(text, ref output, unsupported);
        var result = new SmsTransliteration { Text = output.ToString(), Unsupported = unsupported };
        output.Dispose();
        return result;
    }

    /// <summary>Cuts a text at a word so that it takes no more segments than allowed. A text that was cut ends with <c>...</c>.</summary>
    /// <param name="text">The text, in the alphabet in which it is to be sent.</param>
    /// <param name="maxSegments">The segments it may take; at least 1.</param>
    /// <returns>The text itself if it fits. A number is never separated from its unit, nor a character from its other half.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="maxSegments"/> is less than 1.</exception>
    public static string Cut(string text, int maxSegments)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        var budget = TextBudget.Sms(maxSegments, reservedUnits: 0);
        if (budget.Admits(text))
            return text;

        var output = new TextBuffer(stackalloc char[512]);
        _ = TextCutter.Cut([], text, [], budget, ref output);
        var result = output.ToString();
        output.Dispose();
        return result;
    }
}
