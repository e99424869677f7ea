using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Emoji and other pictures in a caller's words. GSM-7 has none of them, and one costs more than half of a segment.</summary>
internal static class Symbols
{
    /// <summary>Leaves the pictures out, where that makes the message GSM-7: its words say what it says.</summary>
    /// <param name="message">The message.</param>
    /// <param name="without">The message without them; the message itself otherwise.</param>
    /// <returns>Whether anything was left out.</returns>
    public static bool TryRemove(string message, out string without)
    {
        without = message;
        if (SmsMeter.Measure(message, 0).Encoding == SmsEncoding.Gsm7)
            return false;

        var output = new TextBuffer(stackalloc char[512]);
        var scratch = new TextBuffer(stackalloc char[512]);
        Span<char> units = stackalloc char[2];
        foreach (var rune in message.EnumerateRunes())
        {
            if (!IsSymbol(rune))
                output.Append(units[..rune.EncodeToUtf16(units)]);
        }

        var isWorthIt = output.Length < message.Length && Gsm7Transliterator.Write(output.Written, ref scratch) < 0;
        if (isWorthIt)
            without = output.ToString();

        output.Dispose();
        scratch.Dispose();
        return isWorthIt;
    }

    // Those of the table (™, ° ...) and of GSM-7 itself (^) have a counterpart and stay; joiners and selectors go with their picture.
    private static bool IsSymbol(Rune rune) => rune.Value is 0x200D or 0xFE0E or 0xFE0F
        || (!(rune.IsBmp && (Gsm7Alphabet.Septets((char)rune.Value) > 0 || Gsm7Replacements.TryGet((char)rune.Value, out _)))
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.EnclosingMark);
}
