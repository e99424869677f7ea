using System.Diagnostics.CodeAnalysis;
using PitWall.Alerts.Twilio.PhoneNumbers;

namespace PitWall.Alerts.Twilio;

public readonly partial struct E164PhoneNumber
{
    /// <summary>Reads E.164 text: a plus and digits, nothing else. The number must be <see cref="PhoneNumberLevel.Possible"/>.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">Thrown when the text is not such a number. The message does not repeat the number.</exception>
    public static E164PhoneNumber Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);

        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static E164PhoneNumber Parse(ReadOnlySpan<char> s)
    {
        var result = E164Text.Read(s, PhoneNumberLevel.Possible);

        return result.IsSuccess ? result.Number : throw new FormatException($"Not an E.164 number: {result.Reason}.");
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="utf8Text">The text.</param>
    public static E164PhoneNumber Parse(ReadOnlySpan<byte> utf8Text)
    {
        Span<char> text = stackalloc char[E164Text.MaxLength + 1];

        return Parse(E164Text.Widen(utf8Text, text));
    }

    // Explicit, as in the types of the platform that do not depend on culture: where the culture can be given, analyzers ask for it (CA1305).
    static E164PhoneNumber IParsable<E164PhoneNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static E164PhoneNumber ISpanParsable<E164PhoneNumber>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static E164PhoneNumber IUtf8SpanParsable<E164PhoneNumber>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text);

    /// <summary>Reads E.164 text: a plus and digits, nothing else. The number must be <see cref="PhoneNumberLevel.Possible"/>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: numbers do not depend on culture.</param>
    /// <param name="result">The number; <c>default</c> if the text is not one.</param>
    /// <returns><see langword="true"/> when the text is such a number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out E164PhoneNumber result)
    {
        if (!E164Text.TryReadPlain(s, PhoneNumberLevel.Possible, out var digits))
        {
            return TryReadOther(s, PhoneNumberLevel.Possible, out result, out _);
        }

        result = new E164PhoneNumber(digits);
        return true;
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out E164PhoneNumber)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out E164PhoneNumber result) =>
        TryParse(s, PhoneNumberLevel.Possible, out result, out _);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out E164PhoneNumber)"/>
    /// <param name="utf8Text">The text.</param>
    /// <param name="provider">Not used: numbers do not depend on culture.</param>
    /// <param name="result">The number; <c>default</c> if the text is not one.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out E164PhoneNumber result)
    {
        Span<char> text = stackalloc char[E164Text.MaxLength + 1];

        return TryParse(E164Text.Widen(utf8Text, text), provider, out result);
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out E164PhoneNumber)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out E164PhoneNumber result) => TryParse(s.AsSpan(), null, out result);

    /// <summary>Reads E.164 text, a plus and digits, at the given level.</summary>
    /// <param name="s">The text.</param>
    /// <param name="level">What must be true of the number.</param>
    /// <param name="result">The number; <c>default</c> if the text is not one.</param>
    /// <param name="error">Why the text was rejected; <see cref="PhoneNumberError.None"/> if it was accepted.</param>
    /// <returns><see langword="true"/> when the text is such a number.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, PhoneNumberLevel level, out E164PhoneNumber result, out PhoneNumberError error)
    {
        if (!E164Text.TryReadPlain(s, level, out var digits))
        {
            return TryReadOther(s, level, out result, out error);
        }

        result = new E164PhoneNumber(digits);
        error = PhoneNumberError.None;
        return true;
    }

    /// <summary>
    /// Creates a value from E.164 text that was checked before, such as one this library stored. Only the shape is checked, so
    /// a number stored under an older plan can always be read back.
    /// </summary>
    /// <param name="s">A plus and up to 15 digits.</param>
    /// <returns>The number.</returns>
    /// <exception cref="FormatException">Thrown when the text does not have the shape of E.164. The message does not repeat it.</exception>
    public static E164PhoneNumber FromTrusted(ReadOnlySpan<char> s)
    {
        var result = E164Text.Read(s, PhoneNumberLevel.Syntax);

        return result.IsSuccess ? result.Number : throw new FormatException($"Not an E.164 number: {result.Reason}.");
    }

    /// <summary>
    /// Reads what a person in a region would dial, with the safe defaults of <see cref="PhoneNumberOptions"/>: national text, or
    /// international text with a plus or the region's own international prefix.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="region">The region, as an ISO 3166-1 alpha-2 code such as <c>GB</c>, in any case.</param>
    /// <param name="number">The number; <c>default</c> if the text is not one.</param>
    /// <param name="error">Why the text was rejected; <see cref="PhoneNumberError.None"/> if it was accepted.</param>
    /// <returns><see langword="true"/> when the text is a <see cref="PhoneNumberLevel.Possible"/> number.</returns>
    public static bool TryParseNational(ReadOnlySpan<char> text, string region, out E164PhoneNumber number, out PhoneNumberError error)
    {
        var result = PhoneNumberReader.Read(text, region, PhoneNumberLevel.Possible, PhoneNumberStyles.None, out _);
        number = result.Number;
        error = result.Error;

        return result.IsSuccess;
    }

    private static bool TryReadOther(ReadOnlySpan<char> s, PhoneNumberLevel level, out E164PhoneNumber result, out PhoneNumberError error)
    {
        var read = E164Text.Read(s, level);
        result = read.NumberField;
        error = result._digits == 0 ? read.Error : PhoneNumberError.None;
        return result._digits != 0;
    }
}
