using System.Runtime.CompilerServices;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// The way most numbers are written: digits of ASCII, perhaps a plus in front, with spaces, hyphens, dots, slashes and brackets.
/// Such text reads the same here and the long way round, only faster.
/// </summary>
internal static class SimpleText
{
    /// <summary>How many digits are read this way. More is an error in any case, which the long way finds.</summary>
    internal const int MaxDigits = 32;

    private const int FewestDigits = 3;

    /// <summary>Reads a text, or leaves it to the long way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Room for <see cref="MaxDigits"/>.</param>
    /// <param name="dialed">What was read.</param>
    /// <returns>Whether the text is of this kind.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryRead(ReadOnlySpan<char> text, Span<byte> buffer, out DialedText dialed)
    {
        dialed = default;
        var count = 0;
        var hasPlus = false;
        var breaks = 0UL;
        var slashes = 0UL;

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var digit = (uint)(c - '0');

            if (digit <= 9)
            {
                if (count == MaxDigits)
                {
                    return false;
                }

                buffer[count++] = (byte)digit;
            }
            else if (c is ' ' or '-' or '(' or ')' or '.' or '/')
            {
                breaks |= 1UL << count;
                slashes |= c == '/' ? 1UL << count : 0;
            }
            else if (c == '+' && count == 0 && !hasPlus)
            {
                hasPlus = true;
            }
            else
            {
                return false;
            }
        }

        dialed = new DialedText { Digits = buffer[..count], HasPlus = hasPlus, Breaks = breaks, Slashes = slashes };

        return count >= FewestDigits;
    }
}
