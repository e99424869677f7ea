using System.Runtime.CompilerServices;
using PitWall.Alerts.Twilio.PhoneNumbers;

namespace PitWall.Alerts.Twilio;

public readonly partial struct E164PhoneNumber
{
    // National numbers shorter than this show no digit when redacted: three of six would be half of it.
    private const int ShortestShown = 7;
    private const int DigitsShown = 3;

    /// <summary>Returns the number in E.164, such as <c>+447911123456</c>; the empty string if there is none.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Create(redacted: false);

    /// <summary>
    /// Returns the number in a form that may be logged: the calling code and the last three digits, such as <c>+44*******456</c>. Short
    /// numbers show no digit after the code. The empty string if there is none.
    /// </summary>
    /// <returns>The text.</returns>
    public string ToRedactedString() => Create(redacted: true);

    /// <summary>Formats the number.</summary>
    /// <param name="format"><c>E</c>, empty or <see langword="null"/> for E.164; <c>R</c> for the redacted form.</param>
    /// <param name="formatProvider">Not used: numbers do not depend on culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">Thrown when <paramref name="format"/> is anything else.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Create(IsRedacted(format));

    /// <inheritdoc/>
    /// <exception cref="FormatException">Thrown when <paramref name="format"/> is neither empty, <c>E</c> nor <c>R</c>.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var redacted = IsRedacted(format);
        charsWritten = 0;

        if (destination.Length < TextLength)
        {
            return false;
        }

        charsWritten = TextLength;
        Write(destination[..charsWritten], redacted);

        return true;
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">Thrown when <paramref name="format"/> is neither empty, <c>E</c> nor <c>R</c>.</exception>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<char> text = stackalloc char[MaxDigits + 1];
        bytesWritten = 0;

        if (!TryFormat(text, out var length, format, provider) || utf8Destination.Length < length)
        {
            return false;
        }

        for (; bytesWritten < length; bytesWritten++)
        {
            utf8Destination[bytesWritten] = (byte)text[bytesWritten];
        }

        return true;
    }

    private int TextLength => HasValue ? DecimalDigits.Count(_digits) + 1 : 0;

    private string Create(bool redacted) => HasValue
        ? string.Create(TextLength, (this, redacted), static (text, state) => state.Item1.Write(text, state.redacted))
        : string.Empty;

    private void Write(Span<char> text, bool redacted)
    {
        if (text.IsEmpty)
        {
            return;
        }

        Span<byte> buffer = stackalloc byte[DecimalDigits.MaxCount];
        var digits = DecimalDigits.Split(_digits, buffer);
        text[0] = '+';

        for (var i = 0; i < digits.Length; i++)
        {
            text[i + 1] = (char)('0' + digits[i]);
        }

        if (redacted)
        {
            var code = 1 + DecimalDigits.Count((ulong)CallingCode);
            var shown = text.Length - code >= ShortestShown ? DigitsShown : 0;
            text[code..^shown].Fill('*');
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsRedacted(ReadOnlySpan<char> format) => format switch
    {
        "" or "E" or "e" => false,
        "R" or "r" => true,
        _ => throw new FormatException("A phone number is formatted with \"E\" (E.164) or \"R\" (redacted)."),
    };
}
